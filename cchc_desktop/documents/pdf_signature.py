"""Signing a finished PDF with a PKCS#12 certificate, as an addition behind its own bytes.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.8: an electronic paper carries its issuer's
digital signature.  The signature is written as an incremental update: the signed file begins
with the unsigned one, byte for byte.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import pkcs12, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from cchc_desktop.domain.errors import SignatureFailed

FIELD = "ChuKySo"
"""The name of the signature's field in the PDF."""


@dataclass(frozen=True, slots=True)
class SigningRequest:
    """How a PDF is to be signed ("yêu cầu ký số").

    Attributes:
        certificate: The bytes of the .p12 or .pfx file.
        password: What opens it.
        moment: The local time, by which the certificate must be valid.
        reason: Why it is signed, as the signature says.
        location: Where it is signed.
        file: The certificate's file name, for errors.
    """

    certificate: bytes
    password: str
    moment: datetime
    reason: str = ""
    location: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A signed copy, and whom its certificate names ("bản ký số")."""

    content: bytes
    signer: str


def sign_copy(pdf: bytes, request: SigningRequest) -> SignedPdf:
    """Return a signed copy of ``pdf`` that was read back and found intact.

    Raises:
        SignatureFailed: The certificate cannot be opened or is not valid on the day, or the
            signature made does not hold.
    """
    signer = _signer(request)
    certificate = signer.signing_cert
    if certificate is None:
        raise SignatureFailed(reason="p12_no_key", file=request.file)
    _check_validity(certificate, request)
    name = _common_name(certificate)
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=name,
        reason=request.reason or None,
        location=request.location or None,
    )
    target = BytesIO()
    try:
        sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), metadata, signer=signer, output=target)
    except (PdfError, SigningError, ValueError) as error:
        raise SignatureFailed(reason="signature_broken", file=request.file) from error
    signed = target.getvalue()
    if not signed.startswith(pdf) or not is_signature_intact(signed):
        raise SignatureFailed(reason="signature_broken", file=request.file)
    return SignedPdf(signed, name)


def is_signature_intact(pdf: bytes) -> bool:
    """Tell whether a PDF is signed, every signature holds, and nothing was written after them.

    Whether the certificate's issuer is trusted is not asked: that needs the network.
    """
    with _quiet():
        try:
            signatures = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
            return bool(signatures) and all(_holds(signature) for signature in signatures)
        except (PdfError, SignatureValidationError, ValueError, KeyError):
            return False


def _holds(signature: EmbeddedPdfSignature) -> bool:
    roots = [signature.signer_cert]
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    unchanged = status.modification_level in (None, ModificationLevel.NONE)
    return bool(status.intact and status.valid and unchanged)


def _signer(request: SigningRequest) -> SimpleSigner:
    try:
        outer = pkcs12.Pfx.load(request.certificate, strict=True)
        is_one = outer["version"].native is not None
    except (ValueError, TypeError) as error:
        raise SignatureFailed(reason="p12_not_one", file=request.file) from error
    if not is_one:
        raise SignatureFailed(reason="p12_not_one", file=request.file)
    with _quiet():
        try:
            signer: SimpleSigner | None = SimpleSigner.load_pkcs12_data(
                request.certificate, other_certs=[], passphrase=request.password.encode()
            )
        except (ValueError, TypeError, KeyError) as error:
            raise SignatureFailed(reason="p12_password", file=request.file) from error
    if signer is None:
        raise SignatureFailed(reason="p12_password", file=request.file)
    return signer


def _check_validity(certificate: x509.Certificate, request: SigningRequest) -> None:
    moment = request.moment.astimezone()
    if moment < certificate.not_valid_before:
        raise SignatureFailed(reason="p12_not_yet", file=request.file)
    if moment > certificate.not_valid_after:
        raise SignatureFailed(reason="p12_expired", file=request.file)


def _common_name(certificate: x509.Certificate) -> str:
    names = certificate.subject.native
    return str(names.get("common_name") or certificate.subject.human_friendly)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the libraries log from the officer: their errors are said in our words."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
