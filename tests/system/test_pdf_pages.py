from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.domain.errors import FileMissing, SourceDamaged
from cchc_desktop.system.pdf_pages import page_count, page_size_mm, render_page


@pytest.fixture
def two_pages(tmp_path):
    """A landscape page with a black upper half, then an empty one."""
    content = BytesIO()
    canvas = Canvas(content, pagesize=(842, 595))
    canvas.rect(0, 297.5, 842, 297.5, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    path = tmp_path / "trang giấy.pdf"
    path.write_bytes(content.getvalue())
    return path


def _pixel(page, x, y):
    start = y * page.stride + 4 * x
    return tuple(page.data[start : start + 3])


def test_pages_are_counted(two_pages):
    assert page_count(two_pages) == 2


def test_the_size_is_that_of_the_paper(two_pages):
    assert page_size_mm(two_pages, 0) == pytest.approx((297, 210), abs=0.2)


def test_a_page_becomes_a_picture_of_the_width_asked_for(two_pages):
    page = render_page(two_pages, 0, 500)

    assert page.width == 500
    assert page.height == pytest.approx(353, abs=1)
    assert len(page.data) == page.stride * page.height
    assert page.stride >= 4 * page.width
    assert _pixel(page, 250, 10) == (0, 0, 0)
    assert _pixel(page, 250, 340) == (255, 255, 255)


def test_the_file_is_free_again_after_rendering(two_pages):
    render_page(two_pages, 1, 100)

    two_pages.unlink()

    assert not two_pages.exists()


def test_a_missing_file_is_said_so(tmp_path):
    with pytest.raises(FileMissing):
        page_count(tmp_path / "none.pdf")


@pytest.mark.parametrize("content", [b"", b"not a pdf", b"%PDF-1.4\n1 0 obj"])
def test_a_damaged_file_is_said_so(tmp_path, content):
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)

    with pytest.raises(SourceDamaged):
        render_page(path, 0, 100)
