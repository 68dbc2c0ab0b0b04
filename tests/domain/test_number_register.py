"""Register numbers: what is the same, what comes next."""

import pytest

from cchc_desktop.domain.number_register import NUMBER_FORM, next_number, plain_number, same_number


def test_leading_zeros_make_no_other_number() -> None:
    assert plain_number(" 0395 ") == "395"
    assert same_number("0395", "395")
    assert same_number("12A", "012a")
    assert not same_number("39", "395")


@pytest.mark.parametrize(
    ("known", "proposed"),
    [((), "1"), (("1", "2"), "3"), (("09", "10", "9"), "11"), (("12a", "12"), "13"), (("x",), "1")],
)
def test_the_next_number_follows_the_highest(known: tuple[str, ...], proposed: str) -> None:
    assert next_number(known) == proposed


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("395", True),
        ("12a", True),
        ("12Đ", True),
        ("10", True),
        ("", False),
        ("KH", False),
        ("395/KH", False),
        ("0", False),
        ("0a", False),
        ("\u0661\u0662", False),
        ("\uff11\uff12", False),
    ],
)
def test_a_register_number_is_digits_and_perhaps_a_letter(written: str, *, fits: bool) -> None:
    assert bool(NUMBER_FORM.fullmatch(written)) is fits
