import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.documents.form import Show, list_forms, load_form
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import FormDamaged, FormUnknown

FORMS = Path(__file__).parents[2] / "forms"


@pytest.fixture
def edited(tmp_path):
    """A copy of the form with one thing changed."""

    def edit(pattern, replacement):
        folder = tmp_path / "plan-annex"
        shutil.copytree(FORMS / "plan-annex", folder)
        file = folder / "form.toml"
        text = file.read_text(encoding="utf-8")
        changed = re.sub(pattern, replacement, text, count=1, flags=re.M)
        assert changed != text
        file.write_text(changed, encoding="utf-8")
        return folder

    return edit


def test_the_shipped_form_follows_the_decree(plan_annex_form):
    page, sizes = plan_annex_form.page, plan_annex_form.sizes

    # Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.3, I.7 and V.
    assert 20 <= page.top_mm <= 25
    assert 20 <= page.bottom_mm <= 25
    assert 30 <= page.left_mm <= 35
    assert 15 <= page.right_mm <= 20
    assert (page.width_mm, page.height_mm) == (297, 210)
    assert page.page_number_mm < page.top_mm
    assert 12 <= sizes.letterhead <= 13
    assert sizes.annex_label == 14
    assert all(13 <= x <= 14 for x in (sizes.motto, sizes.annex_title, sizes.attachment,
                                       sizes.signature, sizes.page_number))  # fmt: skip


def test_the_shipped_form_has_the_columns_of_an_annex(plan_annex_form):
    assert [column.key for column in plan_annex_form.columns] == list(AnnexColumn)
    shown = {column.key: column.show for column in plan_annex_form.columns}
    assert shown.pop(AnnexColumn.MONITOR) is Show.WHEN_FILLED
    assert set(shown.values()) == {Show.ALWAYS}


def test_forms_are_listed_with_their_days(plan_annex_form):
    (form,) = [form for form in list_forms(FORMS) if form.id == "plan-annex"]

    assert form == plan_annex_form
    assert (form.effective_from, form.effective_to) == (date(2020, 3, 5), None)


def test_a_missing_form_is_unknown(tmp_path):
    with pytest.raises(FormUnknown):
        load_form(tmp_path / "no-such-form")


@pytest.mark.parametrize(
    ("pattern", "replacement", "reason"),
    [
        ("^id = .*$", "id =", "Invalid value"),
        ('^id = "plan-annex"', 'id = "other"', "folder"),
        ("^effective_from = .*$", "", "effective_from"),
        ("^effective_from = .*$", 'effective_from = "2020"', "not a date"),
        (
            "^effective_from = .*$",
            "effective_from = 2020-03-05\neffective_to = 2019-01-01",
            "order",
        ),
        ('^orientation = "landscape"', 'orientation = "round"', "round"),
        ("^left_mm = 30", "left_mm = 230", "no room"),
        ("^table = 13", "table = 130", "font size"),
        ("^table = 13", "chart = 13", "chart"),
        ("^width_mm = 76", "width_mm = 176", "do not fit"),
        ("^width_mm = 14", "width_mm = 4", "too narrow"),
        ('^key = "lead"', 'key = "product"', "twice"),
        ('^key = "lead"', 'key = "boss"', "boss"),
        ('^align = "center"', 'align = "up"', "up"),
        ("{issuer}", "{signer}", "attachment line"),
        ('annex_label = "Phụ lục {number}"', 'annex_label = "Phụ lục {no}"', "annex number"),
    ],
)
def test_a_description_that_does_not_hold_is_refused_with_the_reason(
    edited, pattern, replacement, reason
):
    with pytest.raises(FormDamaged) as caught:
        load_form(edited(pattern, replacement))

    assert reason in str(caught.value.params["reason"])


def test_a_description_in_another_encoding_is_refused(tmp_path):
    folder = tmp_path / "plan-annex"
    folder.mkdir()
    text = (FORMS / "plan-annex" / "form.toml").read_text(encoding="utf-8")
    (folder / "form.toml").write_bytes(text.encode("utf-16"))

    with pytest.raises(FormDamaged):
        load_form(folder)
