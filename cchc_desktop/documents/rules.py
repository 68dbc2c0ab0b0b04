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
