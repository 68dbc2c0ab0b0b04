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

CREATE TABLE period_adjustment (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    agency_due TEXT NOT NULL,
    send_by TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (year, code)
) STRICT;

CREATE TABLE period_closing (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('closed', 'reopened')),
    made_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    CHECK (action = 'closed' OR reason <> '')
) STRICT;

CREATE INDEX period_closing_period ON period_closing (year, code);

CREATE TABLE special_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    is_working INTEGER NOT NULL CHECK (is_working IN (0, 1)),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE task_following (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL UNIQUE REFERENCES task (id),
    mode TEXT NOT NULL CHECK (mode IN ('together', 'each'))
) STRICT;

CREATE TABLE occurrence (
    id INTEGER PRIMARY KEY,
    deliverable_id INTEGER NOT NULL UNIQUE REFERENCES deliverable (id),
    happened_on TEXT NOT NULL,
    due TEXT,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    deliverable_id INTEGER NOT NULL REFERENCES deliverable (id),
    agency_id INTEGER REFERENCES agency (id),
    year INTEGER NOT NULL,
    period TEXT NOT NULL,
    statement TEXT CHECK (
        statement IN ('not_started', 'in_progress', 'done', 'not_arisen', 'dropped')
    ),
    done_on TEXT,
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    milestones_met INTEGER CHECK (milestones_met >= 0),
    result TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    proposals TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX progress_subject
    ON progress (deliverable_id, coalesce(agency_id, 0), year, period);

CREATE INDEX progress_agency ON progress (agency_id);

CREATE TABLE stored_file (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    progress_id INTEGER NOT NULL REFERENCES progress (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    file_name TEXT NOT NULL,
    link TEXT NOT NULL,
    stored_file_id INTEGER REFERENCES stored_file (id)
) STRICT;

CREATE INDEX evidence_progress ON evidence (progress_id);

CREATE TABLE agency_return (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    period TEXT NOT NULL,
    agency_id INTEGER NOT NULL REFERENCES agency (id),
    made_on TEXT,
    received_on TEXT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (year, period, agency_id)
) STRICT;

CREATE INDEX agency_return_agency ON agency_return (agency_id);

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    period TEXT NOT NULL,
    guidance TEXT NOT NULL,
    recipient TEXT NOT NULL,
    UNIQUE (year, period)
) STRICT;

CREATE TABLE report_paragraph (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
    text TEXT NOT NULL,
    drafted_text TEXT NOT NULL,
    is_edited INTEGER NOT NULL CHECK (is_edited IN (0, 1))
) STRICT;

CREATE INDEX report_paragraph_report ON report_paragraph (report_id);

CREATE TABLE sent_paper (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    year INTEGER NOT NULL,
    period TEXT NOT NULL,
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    signer TEXT NOT NULL,
    recipient TEXT NOT NULL,
    file_name TEXT NOT NULL,
    stored_file_id INTEGER NOT NULL REFERENCES stored_file (id)
) STRICT;

CREATE INDEX sent_paper_file ON sent_paper (stored_file_id);

CREATE TABLE check_exception (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    code TEXT NOT NULL,
    row_kind TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (plan_id, code, row_kind, row_id, fingerprint)
) STRICT;

CREATE TABLE "plan" (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    title TEXT NOT NULL,
    annex_number TEXT NOT NULL,
    parent_type TEXT NOT NULL,
    parent_number TEXT NOT NULL,
    parent_symbol TEXT NOT NULL,
    parent_issued_on TEXT,
    parent_issuer TEXT NOT NULL,
    task_numbering TEXT NOT NULL CHECK (task_numbering IN ('per_section', 'continuous'))
) STRICT;

CREATE INDEX plan_year ON plan (year);

CREATE TABLE plan_term (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
    last_year INTEGER NOT NULL,
    milestones TEXT NOT NULL
) STRICT;

CREATE TABLE plan_document (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
    type_name TEXT NOT NULL,
    recipients TEXT NOT NULL,
    has_signer INTEGER NOT NULL CHECK (has_signer IN (0, 1)),
    signer_authority TEXT NOT NULL,
    signer_body TEXT NOT NULL,
    signer_head_position TEXT NOT NULL,
    signer_position TEXT NOT NULL,
    signer_name TEXT NOT NULL
) STRICT;

CREATE TABLE text_part (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'body', 'annex')),
    title TEXT NOT NULL,
    is_landscape INTEGER NOT NULL CHECK (is_landscape IN (0, 1))
) STRICT;

CREATE INDEX text_part_plan ON text_part (plan_id);

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    part_id INTEGER NOT NULL REFERENCES text_part (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
    own_number TEXT NOT NULL,
    text TEXT NOT NULL,
    cells TEXT NOT NULL
) STRICT;

CREATE INDEX passage_part ON passage (part_id);

CREATE TABLE registered_document (
    id INTEGER PRIMARY KEY,
    type_name TEXT NOT NULL CHECK (type_name <> ''),
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    issued_on TEXT,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    ended_on TEXT,
    replaced_by_id INTEGER REFERENCES registered_document (id),
    is_binding INTEGER NOT NULL CHECK (is_binding IN (0, 1))
) STRICT;

CREATE INDEX registered_document_replaced ON registered_document (replaced_by_id);

CREATE TABLE demand (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES registered_document (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('target', 'task')),
    place TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    milestone INTEGER CHECK (milestone BETWEEN 1990 AND 2200),
    deadline TEXT NOT NULL,
    agencies TEXT NOT NULL,
    met_on TEXT,
    met_note TEXT NOT NULL
) STRICT;

CREATE INDEX demand_document ON demand (document_id);

CREATE TABLE demand_answer (
    id INTEGER PRIMARY KEY,
    demand_id INTEGER NOT NULL REFERENCES demand (id),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    task_id INTEGER REFERENCES task (id),
    passage_id INTEGER REFERENCES passage (id),
    CHECK ((task_id IS NULL) <> (passage_id IS NULL))
) STRICT;

CREATE INDEX demand_answer_demand ON demand_answer (demand_id);

CREATE INDEX demand_answer_plan ON demand_answer (plan_id);

CREATE INDEX demand_answer_task ON demand_answer (task_id);

CREATE INDEX demand_answer_passage ON demand_answer (passage_id);

CREATE TABLE plan_standing (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'issued', 'expired')),
    since TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE plan_version (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    number INTEGER NOT NULL,
    document_number TEXT NOT NULL CHECK (document_number <> ''),
    symbol TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    issuer TEXT NOT NULL,
    signing TEXT NOT NULL,
    signer TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    content_id INTEGER NOT NULL REFERENCES stored_file (id),
    pdf_id INTEGER NOT NULL REFERENCES stored_file (id),
    UNIQUE (plan_id, number)
) STRICT;

CREATE INDEX plan_version_content ON plan_version (content_id);

CREATE INDEX plan_version_pdf ON plan_version (pdf_id);

CREATE TABLE version_state (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL UNIQUE REFERENCES plan_version (id),
    state TEXT NOT NULL CHECK (state IN ('amended', 'expired')),
    since TEXT NOT NULL
) STRICT;

CREATE TABLE version_signature (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES plan_version (id),
    file_id INTEGER NOT NULL REFERENCES stored_file (id),
    signer TEXT NOT NULL,
    signed_at TEXT NOT NULL
) STRICT;

CREATE INDEX version_signature_version ON version_signature (version_id);

CREATE INDEX version_signature_file ON version_signature (file_id);

CREATE TABLE issued_number (
    id INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    year INTEGER NOT NULL,
    number TEXT NOT NULL CHECK (number <> ''),
    symbol TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    subject TEXT NOT NULL,
    version_id INTEGER REFERENCES plan_version (id),
    UNIQUE (register, year, number)
) STRICT;

CREATE INDEX issued_number_version ON issued_number (version_id);

CREATE TABLE task_origin (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL UNIQUE REFERENCES task (id),
    origin_id INTEGER NOT NULL,
    origin_plan TEXT NOT NULL,
    origin_place TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('repeated', 'unfinished', 'of_period'))
) STRICT;

CREATE INDEX task_origin_origin ON task_origin (origin_id);

CREATE INDEX evidence_stored_file ON evidence (stored_file_id);

CREATE INDEX agency_successor ON agency (successor_id);
