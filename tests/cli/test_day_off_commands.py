"""Free and made-up days through the command line."""


def test_own_free_days_move_the_send_by_day(cchc, office):
    day = ("--day", "20/3/2025")
    added = cchc("day-off", "add", office, *day, "--name", "Mất điện", "--json")
    assert added.json == {"day": "2025-03-20", "working": False, "name": "Mất điện", "own": True}
    periods = cchc("periods", office, "--year", 2025, "--json").json["periods"]
    assert periods[0]["send_by"] == "2025-03-21"

    cchc("day-off", "add", office, "--day", "22/3/2025", "--name", "Làm bù", "--working")
    listed = cchc("day-off", "list", office, "--year", 2025, "--json").json
    own = [(item["day"], item["working"]) for item in listed["days"] if item["own"]]
    assert own == [("2025-03-20", False), ("2025-03-22", True)]
    assert listed["announced"] is True
    assert "22/03/2025  làm việc  Làm bù" in cchc("day-off", "list", office, "--year", 2025).out

    removed = cchc("day-off", "remove", office, *day, "--json")
    assert removed.json == {"day": "2025-03-20", "working": True}
    assert cchc("day-off", "remove", office, *day).code == 1


def test_days_not_announced_yet_are_said_to_be_expected(cchc, office):
    answer = cchc("day-off", "list", office, "--year", 2030)
    assert "03/02/2030  nghỉ  Tết Âm lịch Canh Tuất" in answer.out
    assert "dự kiến" in answer.err
