"""Plans to issue, details to issue them with, and certificates to sign them with."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.services.version_issuing import IssueDetails

CHAIR = Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch", "Họ Tên Người Ký")
PASSWORD = "mật khẩu 1"


def details(number: str = "395", day: date = date(2025, 2, 14), **others: object) -> IssueDetails:
    values = {"number": number, "symbol": "KH-UBND", "issued_on": day, "signer": CHAIR, **others}
    return IssueDetails(**values)


def certificate(
    folder: Path, first: datetime, days: int = 365, name: str = "Họ Tên Người Ký"
) -> Path:
    """Write a self-signed certificate with its key as a .p12 file."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    start = first.replace(tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    path = folder / "chứng thư.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"chu ky", key, made, None, BestAvailableEncryption(PASSWORD.encode())
        )
    )
    return path
