CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune'))
) STRICT;

CREATE TABLE letterhead (
    id INTEGER PRIMARY KEY,
    parent TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    standing_agency TEXT NOT NULL,
    standing_symbol TEXT NOT NULL,
    signer_authority TEXT NOT NULL,
    signer_body TEXT NOT NULL,
    signer_head_position TEXT NOT NULL,
    signer_position TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
) STRICT;

CREATE TABLE agency (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    short_name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    successor_id INTEGER REFERENCES agency (id)
) STRICT;

CREATE TABLE agency_group (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    aliases TEXT NOT NULL,
    kinds TEXT NOT NULL
) STRICT;

CREATE TABLE group_member (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES agency_group (id),
    agency_id INTEGER NOT NULL REFERENCES agency (id),
    UNIQUE (group_id, agency_id)
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200),
    title TEXT NOT NULL,
    annex_number TEXT NOT NULL,
    parent_type TEXT NOT NULL,
    parent_number TEXT NOT NULL,
    parent_symbol TEXT NOT NULL,
    parent_issued_on TEXT,
    parent_issuer TEXT NOT NULL,
    task_numbering TEXT NOT NULL CHECK (task_numbering IN ('per_section', 'continuous'))
) STRICT;

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL
) STRICT;

CREATE INDEX section_plan ON section (plan_id);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    section_id INTEGER NOT NULL REFERENCES section (id),
    parent_id INTEGER REFERENCES task (id),
    position INTEGER NOT NULL,
    content TEXT NOT NULL,
    lead TEXT NOT NULL,
    cooperating TEXT NOT NULL,
    monitor TEXT NOT NULL,
    note TEXT NOT NULL,
    lead_by_hand TEXT,
    cooperating_by_hand TEXT,
    monitor_by_hand TEXT
) STRICT;

CREATE INDEX task_section ON task (section_id);

CREATE INDEX task_parent ON task (parent_id);

CREATE TABLE deliverable (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES task (id),
    position INTEGER NOT NULL,
    product TEXT NOT NULL,
    deadline TEXT NOT NULL,
    deadline_by_hand TEXT
) STRICT;

CREATE INDEX deliverable_task ON deliverable (task_id);

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    params TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
    row_count INTEGER NOT NULL,
    changes BLOB NOT NULL
) STRICT;

CREATE INDEX history_state ON history (state);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
