import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.domain.errors import TargetBusy, TargetNotWritable

_NOBODY = 65534
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


@pytest.fixture
def shared_folder():
    """A folder that other users can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_user():
    """Root may write everywhere; these tests must not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_complete_file_takes_the_place_of_the_old_one(tmp_path):
    target = tmp_path / "phụ lục.pdf"
    target.write_bytes(b"old")

    with replacing(target) as stream:
        stream.write(b"new")
        assert target.read_bytes() == b"old"

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_while_writing_leaves_the_old_file_alone(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def write_half():
        with replacing(target) as stream:
            stream.write(b"new")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_half()

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said_so(tmp_path):
    with pytest.raises(TargetNotWritable) as caught, replacing(tmp_path / "x" / "a.pdf"):
        pass

    assert caught.value.params["reason"] == "folder_missing"


def test_a_folder_of_that_name_is_said_so(tmp_path):
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(TargetNotWritable) as caught, replacing(tmp_path / "a.pdf") as stream:
        stream.write(b"new")

    assert caught.value.params["reason"] == "is_folder"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_name_too_long_is_said_so(tmp_path):
    with pytest.raises(TargetNotWritable) as caught, replacing(tmp_path / ("x" * 300)):
        pass

    assert caught.value.params["reason"] == "bad_name"
    assert list(tmp_path.iterdir()) == []


@needs_posix
def test_a_read_only_folder_is_said_so(shared_folder, ordinary_user):
    with pytest.raises(TargetNotWritable) as caught, replacing(shared_folder / "a.pdf"):
        pass

    assert caught.value.params["reason"] == "not_permitted"


@needs_posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="needs two users")
def test_a_file_that_may_not_be_replaced_is_busy(shared_folder, request):
    # In a sticky folder new files may be made, but those of others not replaced: what
    # Windows does for a file that is open in Excel.
    target = shared_folder / "a.xlsx"
    target.write_bytes(b"old")
    shared_folder.chmod(0o1777)
    request.getfixturevalue("ordinary_user")

    with pytest.raises(TargetBusy), replacing(target) as stream:
        stream.write(b"new")

    assert target.read_bytes() == b"old"
    assert list(shared_folder.iterdir()) == [target]


@pytest.mark.skipif(sys.platform != "win32", reason="Windows keeps open files from replacement")
def test_a_file_open_elsewhere_is_busy(tmp_path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    with target.open("rb"), pytest.raises(TargetBusy), replacing(target) as stream:
        stream.write(b"new")


_WRITER = """
import resource, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from cchc_desktop.domain.errors import TargetDiskFull
import importlib.util
spec = importlib.util.spec_from_file_location("plans", {conftest!r})
plans = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plans)
from cchc_desktop.documents import excel, pdf, word
from cchc_desktop.documents.form import load_form
from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.domain.office import Letterhead, LetterheadId
from cchc_desktop.system.fonts import find_fonts
root = Path({root!r})
fonts = find_fonts(root / "resources" / "fonts", folders=[])
document = compose_plan_annex(
    plans.believable_plan(20), Letterhead(LetterheadId(1), "A", "B", "C"),
    load_form(root / "forms" / "plan-annex"), AnnexOptions())
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
target = Path({target!r})
try:
    {call}
except TargetDiskFull:
    print("full")
"""


@needs_posix
@pytest.mark.parametrize(
    "call",
    [
        "pdf.write_pdf(document, target, fonts)",
        "word.write_word(document, target)",
        "excel.write_excel(document, target, fonts)",
    ],
)
def test_a_full_disk_is_said_so_and_the_old_file_stays(tmp_path, call):
    target = tmp_path / "out" / "a.bin"
    target.parent.mkdir()
    target.write_bytes(b"old")
    root = Path(__file__).parents[2]
    script = _WRITER.format(
        root=str(root), conftest=str(Path(__file__).with_name("conftest.py")),
        target=str(target), call=call,
    )  # fmt: skip
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True,
        env={**os.environ, "TMPDIR": str(scratch)}, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip()) == (0, "full"), done.stderr
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
    assert list(scratch.iterdir()) == []
