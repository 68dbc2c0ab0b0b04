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
    """A copy of a form with one thing changed, in its own file or in the common one."""

    def edit(pattern, replacement, form="plan-annex"):
        folder = tmp_path / form
        shutil.copytree(FORMS / form, folder)
        shutil.copy(FORMS / "common.toml", tmp_path)
        for file in (folder / "form.toml", tmp_path / "common.toml"):
            text = file.read_text(encoding="utf-8")
            changed = re.sub(pattern, replacement, text, count=1, flags=re.M)
            if changed != text:
                file.write_text(changed, encoding="utf-8")
                return folder
        raise AssertionError(pattern)

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
        ("^table = 13", "poem = 13", "poem"),
        ("^width_mm = 76", "width_mm = 176", "do not fit"),
        ("^width_mm = 14", "width_mm = 4", "too narrow"),
        ('^key = "lead"', 'key = "product"', "twice"),
        ('^key = "lead"', 'key = "boss"', "boss"),
        ('^align = "center"', 'align = "up"', "up"),
        ("{issuer}", "{signer}", "wording attachment"),
        (
            'annex_label = "Phụ lục {number}"',
            'annex_label = "Phụ lục {no}"',
            "numbered_annex_label",
        ),
        ('^id = "plan-annex"', 'id = "plan-annex"\nkind = "poem"', "poem"),
        ('^id = "plan-annex"', 'id = "plan-annex"\ncolour = "red"', "colour"),
        ("^left_mm = 30", "left_mm = 30\nmiddle_mm = 3", "middle_mm"),
        ('^key = "number"', 'key = "content"\nlook = "x"', "look"),
        ('^motto = "Độc.*$', "", "motto"),
        ('^closing = "./."', 'closing = "./."\nopening = "x"', "opening"),
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


@pytest.mark.parametrize(
    ("form", "pattern", "replacement", "reason"),
    [
        ("report", "^type_symbol = .*$", "", "missing text: type_symbol"),
        ("report", "^type_symbol", "hello = 'x'\ntype_symbol", "unknown text: hello"),
        ("report", "^sheet", "[[columns]]\nsheet", "heading"),
        ("assignment-notice", "{agency}", "{office}", "text opening"),
        ("assignment-notice", '^key = "product"', 'key = "lead"', "unknown column: lead"),
        ("assignment-table", '^key = "agency"', 'key = "number"', "twice"),
        ("assignment-table", "{parts}", "{}", "text part"),
        ("progress-annex", '^key = "content"', 'key = "cooperating"', "unknown column"),
    ],
)
def test_each_kind_of_form_has_its_own_columns_and_texts(
    edited, form, pattern, replacement, reason
):
    if reason == "heading":
        pattern, replacement = r"\Z", '\n[[columns]]\nkey = "number"\n'
    with pytest.raises(FormDamaged) as caught:
        load_form(edited(pattern, replacement, form))

    assert reason in str(caught.value.params["reason"])


def test_a_variant_of_a_kind_may_have_another_id(tmp_path):
    folder = tmp_path / "report-of-a-commune"
    shutil.copytree(FORMS / "report", folder)
    shutil.copy(FORMS / "common.toml", tmp_path)
    file = folder / "form.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('id = "report"', 'id = "report-of-a-commune"\nkind = "report"'),
        encoding="utf-8",
    )

    assert load_form(folder).kind == "report"


def test_a_form_replaces_what_is_common(plan_annex_form):
    report = load_form(FORMS / "report")

    assert (plan_annex_form.sizes.letterhead, report.sizes.letterhead) == (13, 12)
    assert report.wording == plan_annex_form.wording


@pytest.mark.parametrize("form", list_forms(FORMS), ids=lambda form: form.id)
def test_every_form_keeps_the_sizes_of_the_decree(form):
    sizes, page = form.sizes, form.page

    # Phụ lục I, Phần I, mục I.3 and mục II.
    assert 20 <= page.top_mm <= 25
    assert 20 <= page.bottom_mm <= 25
    assert 30 <= page.left_mm <= 35
    assert 15 <= page.right_mm <= 20
    assert 12 <= sizes.letterhead <= 13
    assert 12 <= sizes.about <= 13
    assert sizes.number == 13
    assert all(13 <= x <= 14 for x in (sizes.motto, sizes.place, sizes.title, sizes.body,
                                       sizes.addressee, sizes.signature, sizes.attachment,
                                       sizes.page_number))  # fmt: skip
