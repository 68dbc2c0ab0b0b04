"""The codes under which collecting returns says what an officer or an agency should know.

Each code has one Vietnamese sentence in ``services/problem_sentences.py``.  The words
concerned are in ``Problem.text``, the place in ``Problem.place``; ``Params`` names what else
the sentence may use.
"""

from enum import StrEnum


class ReturnProblem(StrEnum):
    """What a returned workbook may have to say ("lỗi của biểu báo cáo")."""

    # A cell that was not taken.
    STATEMENT_UNKNOWN = "return_statement_unknown"
    """The word is none of the list.  Params: choices."""
    DATE_UNREADABLE = "return_date_unreadable"
    """The words are no day.  Params: heading."""
    DATE_IMPOSSIBLE = "return_date_impossible"
    """There is no such day in the calendar.  Params: heading."""
    DATE_IN_FUTURE = "return_date_in_future"
    """The day is later than the day of receipt.  Params: heading, latest."""
    DATE_TOO_OLD = "return_date_too_old"
    """The day lies long before the plan's year.  Params: heading, earliest."""
    PERCENT_UNREADABLE = "return_percent_unreadable"
    """The words are no number.  Params: none."""
    PERCENT_OUT_OF_RANGE = "return_percent_out_of_range"
    """The number is below 0 or above 100.  Params: none."""
    PERCENT_AMBIGUOUS = "return_percent_ambiguous"
    """A bare 1 is 1 % or, typed as "100%", 100 %.  Params: none."""
    ERROR_VALUE = "return_error_value"
    """The cell shows an error such as #REF!.  Params: heading."""
    FORMULA_WITHOUT_VALUE = "return_formula_without_value"
    """A formula whose result is not in the file.  Params: heading."""
    TEXT_TOO_LONG = "return_text_too_long"
    """The text is longer than the cell may hold.  Params: heading, longest."""
    CELL_MERGED = "return_cell_merged"
    """The cell is covered by a merged one.  Params: heading, cell."""

    # A cell that was taken, in a way to be said.
    FORMULA_TAKEN = "return_formula_taken"
    """The result of a formula was taken.  Params: heading."""
    STATEMENT_FROM_DAY = "return_statement_from_day"
    """A day of completion without a statement was taken as done.  Params: none."""
    STATEMENT_AGAINST_DAY = "return_statement_against_day"
    """A day of completion beside a statement other than done.  Params: none."""
    DATE_TAKEN = "return_date_taken"
    """A day written in an unusual way.  Params: heading, value."""
    PERCENT_TAKEN = "return_percent_taken"
    """A share written in an unusual way.  Params: value."""

    # A row or column that was not taken.
    ROW_WITHOUT_KEY = "return_row_without_key"
    """A row that the agency added.  Params: none."""
    ROW_KNOWN_BY_WORDS = "return_row_known_by_words"
    """A row without its key, whose words are those of a task.  Params: number."""
    KEY_DAMAGED = "return_key_damaged"
    """The hidden key was altered.  Params: none."""
    KEY_REPEATED = "return_key_repeated"
    """Several rows carry one key and differ.  Params: rows."""
    WORDS_DIFFER = "return_words_differ"
    """The key belongs to another task than the words.  Params: none."""
    WORDS_OF_OTHER = "return_words_of_other"
    """The same, and the words are those of a known task.  Params: number."""
    COLUMN_MISSING = "return_column_missing"
    """A column to be filled in is gone.  Params: heading."""
    COLUMN_REPEATED = "return_column_repeated"
    """Two columns claim to be the same.  Params: heading."""
    COLUMN_UNKNOWN = "return_column_unknown"
    """A cell in a column that the agency added.  Params: heading."""
    SHEET_NOT_READ = "return_sheet_not_read"
    """A sheet that the agency added.  Params: none."""

    # What the plan says by now.
    ROW_MISSING = "return_row_missing"
    """A row was deleted.  Params: number."""
    PIECE_NEW = "return_piece_new"
    """A task that the agency leads since the workbook was made.  Params: number."""
    PIECE_GONE = "return_piece_gone"
    """The task is no longer in the plan, or no longer followed this way.  Params: none."""
    PIECE_OF_OTHER = "return_piece_of_other"
    """The task is not led by the agency.  Params: agency."""
