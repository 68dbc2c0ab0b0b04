"""Web markup left in cells."""

import pytest

from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.importers.markup_leftovers import has_markup, without_markup


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ('<ul style="list-style-type: none"> - Một. - Hai.', "- Một. - Hai."),
        ("<ul><li>Một</li><li>Hai</li></ul>", "Một\nHai"),
        ("trước (<i>trong</i>) sau", "trước (<i>trong</i>) sau"),
        ("<b>đậm <i>cả hai</i></b>", "<b>đậm </b><b><i>cả hai</i></b>"),
        ("a<br/>b&nbsp;&amp; c", "a\nb &amp; c"),
        ("TH<sub>1</sub>", "TH1"),
        ("<tên cơ quan> < 5", "&lt;tên cơ quan&gt; &lt; 5"),
        ("&lt;b&gt; là thẻ", "&lt;b&gt; là thẻ"),
    ],
)
def test_markup_becomes_style_and_words_stay(text, markup):
    assert RichText.from_runs(without_markup((Run(text),))).markup == markup


@pytest.mark.parametrize("text", ["a < b > c", "A&B", "<tên>", "R&D; x"])
def test_plain_wording_is_no_markup(text):
    assert not has_markup(text)
