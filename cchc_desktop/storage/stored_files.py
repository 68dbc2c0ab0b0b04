"""Files kept inside the data file: scans of documents, reports as they were sent.

Kept by their content: the same file is there once.  They are no part of the history, which
would hold every one of them twice; undo leaves them where they are and only lets go of them.
"""

import hashlib

from sqlite_utils import Database

from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.progress import StoredFileId


def store_file(db: Database, content: bytes) -> StoredFileId:
    """Keep a file, inside the step that is being made, and return its id."""
    digest = hashlib.sha256(content).hexdigest()
    known = next(iter(db.execute("SELECT id FROM stored_file WHERE sha256 = ?", [digest])), None)
    if known is not None:
        return StoredFileId(known[0])
    cursor = db.execute(
        "INSERT INTO stored_file (sha256, size, content) VALUES (?, ?, ?)",
        [digest, len(content), content],
    )
    return StoredFileId(int(cursor.lastrowid or 0))


def read_file(db: Database, file_id: StoredFileId) -> bytes:
    """Return the content of a kept file.

    Raises:
        RecordMissing: There is none of this id.
    """
    row = next(iter(db.execute("SELECT content FROM stored_file WHERE id = ?", [file_id])), None)
    if row is None:
        raise RecordMissing(kind="stored_file", id=file_id)
    return bytes(row[0])


def fingerprint(db: Database, file_id: StoredFileId) -> str:
    """Return the SHA-256 of a kept file, in hexadecimal digits."""
    row = next(iter(db.execute("SELECT sha256 FROM stored_file WHERE id = ?", [file_id])), None)
    if row is None:
        raise RecordMissing(kind="stored_file", id=file_id)
    return str(row[0])
