"""Versions, their checks and comparisons as JSON documents."""

from cchc_desktop.domain.compared_row import ComparedRow, ComparisonKind
from cchc_desktop.domain.number_register import IssuedNumber
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_version import PlanStanding, PlanVersion
from cchc_desktop.domain.version_comparison import VersionComparison
from cchc_desktop.services.version_reading import VersionCheck


def standing_json(
    key: PlanKey, standing: PlanStanding, versions: tuple[PlanVersion, ...]
) -> dict[str, object]:
    """Return where a plan stands, with its versions."""
    return {
        "plan": str(key),
        "state": standing.state.value,
        "since": standing.since.isoformat() if standing.since else None,
        "next_version": standing.next_version,
        "reason": standing.reason,
        "versions": [version_json(version) for version in versions],
    }


def version_json(version: PlanVersion) -> dict[str, object]:
    """Return a version."""
    return {
        "version": version.number,
        "state": version.state.value,
        "number": version.document_number,
        "symbol": version.symbol,
        "issued_on": version.issued_on.isoformat(),
        "issuer": version.issuer,
        "signing": list(version.signing),
        "signer": version.signer,
        "reason": version.reason,
        "made_at": version.made_at.isoformat(),
        "made_by": version.made_by,
        "sha256": version.fingerprint,
        "size": version.size,
        "signatures": [
            {
                "signer": signature.signer,
                "signed_at": signature.signed_at.isoformat(),
                "sha256": signature.fingerprint,
            }
            for signature in version.signatures
        ],
    }


def check_json(check: VersionCheck) -> dict[str, object]:
    """Return whether a version still is what was issued."""
    return {
        **version_json(check.version),
        "intact": check.is_intact,
        "pdf_intact": check.is_pdf_intact,
        "content_intact": check.is_content_intact,
        "plan_same": check.is_plan_same,
        "signatures_intact": all(signature.is_intact for signature in check.signatures),
    }


def comparison_json(comparison: VersionComparison, *, with_kept: bool) -> dict[str, object]:
    """Return what differs between two versions."""
    rows = comparison.every_row if with_kept else comparison.rows()
    return {
        "left": comparison.left_name,
        "right": comparison.right_name,
        "same": comparison.is_same,
        "counts": {kind.value: comparison.count(kind) for kind in ComparisonKind},
        "rows": [_row_json(row) for row in rows],
    }


def number_json(number: IssuedNumber) -> dict[str, object]:
    """Return a number of a register."""
    return {
        "register": number.register,
        "number": number.number,
        "symbol": number.symbol,
        "issued_on": number.issued_on.isoformat(),
        "subject": number.subject,
        "is_plan": number.version_id is not None,
    }


def _row_json(row: ComparedRow) -> dict[str, object]:
    return {
        "part": row.part.value,
        "part_title": row.part_title,
        "kind": row.kind.value,
        "field": row.field.value if row.field else None,
        "place_before": row.place_before,
        "place_after": row.place_after,
        "before": row.before.text,
        "after": row.after.text,
        "changed_before": [row.before.text[start:end] for start, end in row.changed_before],
        "changed_after": [row.after.text[start:end] for start, end in row.changed_after],
    }
