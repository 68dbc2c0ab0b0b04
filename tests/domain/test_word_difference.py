"""What one wording has and another one has not is found by whole words."""

from cchc_desktop.domain.word_difference import changed_words, likeness


def test_changed_words_are_found_whole():
    before, after = "Kế hoạch của UBND huyện", "Kế hoạch kiểm tra của UBND tỉnh"

    gone, come = changed_words(before, after)

    assert [before[a:b] for a, b in gone] == ["huyện"]
    assert [after[a:b] for a, b in come] == ["kiểm tra", "tỉnh"]


def test_very_long_wordings_are_compared_in_bounded_time():
    before = " ".join(f"từ{i}" for i in range(6000))
    after = " ".join(f"chữ{i}" for i in range(6000))

    gone, come = changed_words(before, after)

    assert gone == ((0, len(before)),)
    assert come == ((0, len(after)),)


def test_likeness_counts_words_and_neighbours_in_common():
    assert likeness("Rà soát thủ tục", "Rà soát thủ tục") == 1.0
    assert likeness("Rà soát thủ tục", "Công khai kết quả") == 0.0
    shuffled = likeness("Rà soát thủ tục", "thủ tục Rà soát")
    assert 0 < shuffled < 1
    assert likeness("", "Rà soát") == 0.0
