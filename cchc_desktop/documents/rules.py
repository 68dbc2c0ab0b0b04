"""Proportions of the parts around a table, the same in PDF, Word and Excel.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II and IV.
"""

LETTERHEAD_LEFT_SHARE = 0.42
"""The issuing body's share of the width; the national name stands in the rest."""

ISSUER_RULE_SHARE = 0.4
"""Mục II.2.b: the line is a third to a half as long as the name above it."""

RULE_SHARE = 0.2
"""The short line that Phụ lục III, Mẫu 2.1 draws under the bracketed line."""

SIGNATURE_LEFT_SHARE = 0.5
"""The recipients' share of the width; the signer stands in the rest."""

SIGNATURE_GAP_LINES = 4
"""Lines left free for the signature."""

SUBJECT_RULE_SHARE = 0.4
"""Mục II.5.b: the line is a third to a half as long as the subject above it."""

FIRST_LINE_MM = 12.7
"""Mục II.6.e: how far the first line of a paragraph is indented."""

PARAGRAPH_GAP = 6.0
"""Mục II.6.e: the least space between paragraphs, in points."""

ABOUT_GAP = 6.0
"""Mục II.5.b: the space between a letter's number and its "V/v …", in points."""

SUBJECT_SHARE = 0.84
"""The share of the width that a subject's lines may take, so that they stand apart."""

LABEL_SIZE = 12.0
"""Mục II.9.d: the size of "Nơi nhận:"."""

RECIPIENT_SIZE = 11.0
"""Mục II.9.d: the size of the recipients."""

CHART_LABEL_SHARE = 0.32
CHART_TOTAL_SHARE = 0.07
"""The shares of a chart's width for the bars' labels and their totals."""
