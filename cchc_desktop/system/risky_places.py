"""Recognises folders where a live data file is in danger: network shares and cloud folders.

File locking over a network is unreliable, and synchronising programs copy a database in
the middle of a write (https://www.sqlite.org/howtocorrupt.html, section 2).
"""

import sys
from enum import StrEnum
from pathlib import Path

_CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "drive của tôi",
    "icloud",
    "mega",
    "nextcloud",
    "owncloud",
    "zalo received files",
)
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"}
)


class RiskyPlace(StrEnum):
    """Why a folder is unsafe for a live data file."""

    NETWORK = "network"
    CLOUD = "cloud"


def risk_of(path: Path) -> RiskyPlace | None:
    """Return why a live file at ``path`` is in danger, or None."""
    absolute = path.absolute()
    if is_on_network(absolute):
        return RiskyPlace.NETWORK
    folders = [part.casefold() for part in absolute.parts[:-1]]
    if any(folder.startswith(_CLOUD_FOLDERS) for folder in folders):
        return RiskyPlace.CLOUD
    return None


def is_on_network(path: Path) -> bool:
    """Tell whether ``path`` lies on another computer."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == drive_remote)
    return _mount_type(path) in _NETWORK_FILE_SYSTEMS


def _mount_type(path: Path) -> str:
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in mounts:
        _, point, file_system, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if len(point) > len(best) and path.is_relative_to(point):
            best, kind = point, file_system
    return kind
