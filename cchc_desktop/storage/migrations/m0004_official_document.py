"""Step 4: the plan as an official document: its text, versions, sources and demands."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# A plan for several years begins in a year that may have a plan of its own: the year alone is
# no longer a key.  The columns stay the same, so that older steps can still be undone.
PLAN = """
CREATE TABLE plan_rebuilt (
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

INSERT INTO plan_rebuilt SELECT * FROM plan;

DROP TABLE plan;

ALTER TABLE plan_rebuilt RENAME TO plan;

CREATE INDEX plan_year ON plan (year);
"""

# An origin names the earlier task without a reference: that task may be deleted later.
SCHEMA = """
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
"""


def create_official_document(db: "Database") -> None:
    """Free the plan's year, and create the tables of the official document."""
    for statement in (PLAN + SCHEMA).split(";\n"):
        if statement.strip():
            db.execute(statement)
