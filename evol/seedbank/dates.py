"""Seeds about days, months, clocks and calendars."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[(2024, 6, 10), (2023, 2, 8), (2024, 1, 8), (2024, 9, 9), (2025, 3, 10)],
    boundary=[(2024, 2, 8), (2020, 2, 9), (2026, 2, 8)],
)
def weekend_days_in_month(year: int, month: int) -> int:
    """Return how many days of the month numbered `month` in `year` are a Saturday or a Sunday.

    Months are numbered from 1 for January to 12 for December.
    Assume that `month` lies between 1 and 12.
    """
    first_weekday, length = monthrange(year, month)
    return sum((first_weekday + offset) % 7 >= 5 for offset in range(length))


@cases(
    ordinary=[("2024-07-07", True), ("2024-11-11", True), ("2024-06-07", False), ("2021-12-02", False)],
    boundary=[("2023-01-01", True), ("2023-12-12", True), ("2001-01-10", False), ("2007-08-07", False)],
)
def is_twin_date(day: str) -> bool:
    """Check whether the number of the day in its month equals the number of the month in `day`.

    `day` is written as YYYY-MM-DD. The year does not matter.
    """
    return day[5:7] == day[8:]


@cases(
    ordinary=[
        ("2024-03-10", "03-15", 5),
        ("2023-12-30", "01-02", 3),
        ("2023-05-01", "04-30", 365),
        ("2023-02-27", "03-02", 3),
    ],
    boundary=[
        ("2024-08-08", "08-08", 0),
        ("2023-08-09", "08-08", 365),
        ("2024-02-28", "03-01", 2),
        ("2023-12-31", "01-01", 1),
    ],
)
def days_until_birthday(today: str, birthday: str) -> int:
    """Return the number of days from `today` to the next day on which `birthday` is celebrated.

    `today` is written as YYYY-MM-DD and `birthday` as MM-DD. When today is the birthday itself, the result is 0. A year in
    between may be a leap year.
    Assume that `birthday` is not 02-29.
    """
    start = date.fromisoformat(today)
    coming = date.fromisoformat(f"{start.year:04}-{birthday}")
    if coming < start:
        coming = coming.replace(year=start.year + 1)
    return (coming - start).days


@cases(
    ordinary=[
        ("2024-06-03", "2024-06-07", 5),
        ("2024-06-07", "2024-06-10", 2),
        ("2024-06-01", "2024-06-30", 20),
        ("2024-02-26", "2024-03-01", 5),
    ],
    boundary=[("2024-06-05", "2024-06-05", 1), ("2024-06-08", "2024-06-09", 0), ("2024-06-08", "2024-06-10", 1)],
    unsorted=[("2024-06-07", "2024-06-03", 0)],
)
def office_days_between(first: str, last: str) -> int:
    """Return the number of days from Monday to Friday among all days from `first` to `last`.

    Both dates are written as YYYY-MM-DD, and both belong to the days looked at. Public holidays are not considered. When
    `last` is earlier than `first`, the result is 0.
    """
    start = date.fromisoformat(first)
    length = (date.fromisoformat(last) - start).days + 1
    return sum((start.weekday() + offset) % 7 < 5 for offset in range(length))


@cases(
    ordinary=[
        (["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-07"], 3),
        (["2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02", "2024-03-01"], 4),
        (["2024-05-01", "2024-05-03", "2024-05-05"], 1),
        (["2023-12-31", "2024-01-01", "2024-01-05", "2024-01-06", "2024-01-07"], 3),
    ],
    empty=[([], 0)],
    single=[(["2024-05-09"], 1)],
    boundary=[(["2024-02-28", "2024-02-29", "2024-03-01"], 3), (["2023-02-28", "2023-03-01"], 2)],
    duplicate=[(["2024-05-01", "2024-05-01", "2024-05-02"], 2)],
    unsorted=[(["2024-05-03", "2024-05-01", "2024-05-02"], 3)],
)
def longest_visit_streak(visits: list[str]) -> int:
    """Return the length of the longest unbroken row of calendar days on each of which there was at least one of `visits`.

    Each visit is a date written as YYYY-MM-DD. The visits may come in any order, and several visits on one day count as one
    day. No visits give 0.
    """
    best = current = 0
    previous: date | None = None
    for day in sorted({date.fromisoformat(visit) for visit in visits}):
        current = current + 1 if previous is not None and day - previous == timedelta(days=1) else 1
        best = max(best, current)
        previous = day
    return best


@cases(
    ordinary=[("08:15", 50, "09:05"), ("13:40", 20, "14:00"), ("23:30", 45, "00:15"), ("10:10", 1500, "11:10")],
    zero=[("07:07", 0, "07:07")],
    negative=[("09:00", -30, "08:30"), ("00:10", -20, "23:50"), ("12:00", -2880, "12:00")],
    boundary=[("23:59", 1, "00:00"), ("00:00", -1, "23:59")],
)
def clock_after_minutes(time: str, minutes: int) -> str:
    """Return the time of day that a 24-hour clock shows `minutes` minutes after `time`.

    Both times are written as HH:MM with two digits each, from 00:00 to 23:59. The clock goes on from 23:59 to 00:00. A
    negative number of minutes goes back in time.
    """
    total = (int(time[:2]) * 60 + int(time[3:]) + minutes) % 1440
    return f"{total // 60:02}:{total % 60:02}"


@cases(
    ordinary=[
        ("2024-06-01", "2024-06-04"),
        ("2024-06-06", "2024-06-11"),
        ("2024-12-28", "2024-12-31"),
        ("2024-02-28", "2024-03-05"),
    ],
    boundary=[
        ("2024-06-04", "2024-06-04"),
        ("2024-06-05", "2024-06-11"),
        ("2024-06-03", "2024-06-04"),
        ("2024-12-30", "2024-12-31"),
    ],
)
def next_bin_day(day: str) -> str:
    """Return the date of the first Tuesday that is not earlier than `day`.

    Both dates are written as YYYY-MM-DD. When `day` is a Tuesday, it comes back unchanged.
    """
    start = date.fromisoformat(day)
    return (start + timedelta(days=(1 - start.weekday()) % 7)).isoformat()


@cases(
    ordinary=[
        ("2023-10-05", "2023/24"),
        ("2024-02-29", "2023/24"),
        ("2010-06-15", "2009/10"),
        ("2008-12-24", "2008/09"),
    ],
    boundary=[
        ("2023-08-01", "2023/24"),
        ("2023-07-31", "2022/23"),
        ("1999-12-31", "1999/00"),
        ("2000-08-01", "2000/01"),
    ],
)
def school_year_of_day(day: str) -> str:
    """Return the school year to which `day` belongs, as the year in which it starts, a "/" and the last two digits of the
    year in which it ends.

    `day` is written as YYYY-MM-DD. Every school year starts on 1 August and ends on 31 July of the following year.
    """
    year = int(day[:4]) - (day[5:7] < "08")
    return f"{year:04}/{(year + 1) % 100:02}"


@cases(
    ordinary=[
        ({"2024-05-01": 3, "2024-05-20": 4, "2024-06-02": 1}, {"2024-05": 7, "2024-06": 1}),
        ({"2023-05-01": 2, "2024-05-01": 5}, {"2023-05": 2, "2024-05": 5}),
        ({"2024-01-31": 10, "2024-02-01": 20, "2024-01-01": 30}, {"2024-01": 40, "2024-02": 20}),
        ({"1999-12-31": 6, "2000-12-31": 7, "1999-12-01": 8}, {"1999-12": 14, "2000-12": 7}),
    ],
    empty=[({}, {})],
    single=[({"2024-12-31": 8}, {"2024-12": 8})],
    zero=[({"2024-03-03": 0, "2024-03-04": 0}, {"2024-03": 0})],
    negative=[({"2024-03-03": -2, "2024-03-04": 5}, {"2024-03": 3})],
)
def monthly_sums(amounts: dict[str, int]) -> dict[str, int]:
    """Build a dictionary from each month that occurs in `amounts` to the sum of the amounts of its days.

    `amounts` gives an amount for each day, written as YYYY-MM-DD. Months are written as YYYY-MM, so equal months of
    different years stay apart. A month whose amounts sum to 0 is kept. No amounts give an empty dictionary.
    """
    sums: dict[str, int] = {}
    for day, amount in amounts.items():
        sums[day[:7]] = sums.get(day[:7], 0) + amount
    return sums


@cases(
    ordinary=[("24.12.2023", True), ("31.04.2023", False), ("15.13.2020", False), ("05.09.1999", True), ("5.9.1999", False)],
    empty=[("", False)],
    boundary=[
        ("29.02.2024", True),
        ("29.02.2023", False),
        ("29.02.1900", False),
        ("29.02.2000", True),
        ("00.01.2020", False),
        ("31.12.2020", True),
        ("32.12.2020", False),
    ],
    zero=[("01.00.2020", False)],
    whitespace=[(" 1.01.2020", False), ("01.01.2020 ", False), ("01.01.2020\n", False)],
    unicode=[("01.01.２０２０", False)],
)
def is_real_dotted_date(text: str) -> bool:
    """Check whether `text` is a day that exists in the calendar, written as DD.MM.YYYY.

    The day and the month have exactly two digits from 0 to 9 and the year exactly four, and nothing else stands before,
    between or after them but the two dots. A 29 February exists only in leap years: years that divide by 4, except those
    that divide by 100 but not by 400.
    Assume that the year, where there is one, is not 0000.
    """
    match = re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text)
    if match is None:
        return False
    day, month, year = (int(part) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


@cases(
    ordinary=[
        ({"milk": "2024-06-01", "eggs": "2024-05-20", "rice": "2025-01-01"}, "2024-06-10", ["eggs", "milk"]),
        ({"a": "2024-06-11", "b": "2024-07-01"}, "2024-06-10", []),
        ({"tea": "2023-12-31", "jam": "2024-01-05", "ham": "2022-10-10"}, "2024-01-06", ["ham", "tea", "jam"]),
        ({"oil": "2024-10-01", "nuts": "2024-09-30", "oats": "2024-02-11"}, "2024-10-02", ["oats", "nuts", "oil"]),
    ],
    empty=[({}, "2024-06-10", [])],
    single=[({"soup": "2024-02-28"}, "2024-02-29", ["soup"])],
    boundary=[({"kefir": "2024-06-10", "curd": "2024-06-09"}, "2024-06-10", ["curd"])],
    duplicate=[({"pie": "2024-01-01", "bun": "2024-01-01", "fig": "2023-01-01"}, "2024-06-10", ["fig", "bun", "pie"])],
)
def expired_items(best_before: dict[str, str], today: str) -> list[str]:
    """Return the names of the items in `best_before` whose date is earlier than `today`, the item with the earliest date
    first.

    `best_before` gives a date for each name, and all dates are written as YYYY-MM-DD. An item whose date is `today` is still
    good and is not listed. Items with the same date come in alphabetical order of their names.
    """
    expired = [(day, name) for name, day in best_before.items() if day < today]
    return [name for _, name in sorted(expired)]


@cases(
    ordinary=[
        (["2024-05-01", "2024-05-04", "2024-05-10"], 4.5),
        (["2024-01-01", "2024-01-31"], 30.0),
        (["2024-02-27", "2024-03-01", "2024-03-02", "2024-03-06"], 8 / 3),
        (["2023-12-30", "2024-01-03", "2024-01-04"], 2.5),
    ],
    boundary=[(["2023-02-28", "2023-03-01"], 1.0), (["2024-02-28", "2024-03-01"], 2.0)],
    duplicate=[(["2024-05-01", "2024-05-01", "2024-05-04"], 1.5), (["2024-05-01", "2024-05-01"], 0.0)],
)
def average_days_between_waterings(days: list[str]) -> float:
    """Return the average number of days from one of the waterings on `days` to the next one.

    Each day is written as YYYY-MM-DD. Two waterings on the same day are 0 days apart.
    Assume that `days` holds at least two dates.
    Assume that `days` is sorted from the earliest to the latest.
    """
    parsed = [date.fromisoformat(day) for day in days]
    return sum((later - earlier).days for earlier, later in pairwise(parsed)) / (len(parsed) - 1)


@cases(
    ordinary=[
        (date(2024, 1, 15), 3, [date(2024, 1, 15), date(2024, 2, 15), date(2024, 3, 15)]),
        (date(2023, 11, 5), 4, [date(2023, 11, 5), date(2023, 12, 5), date(2024, 1, 5), date(2024, 2, 5)]),
        (date(2023, 1, 31), 4, [date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 30)]),
        (date(2022, 12, 1), 2, [date(2022, 12, 1), date(2023, 1, 1)]),
    ],
    zero=[(date(2024, 5, 5), 0, [])],
    negative=[(date(2024, 5, 5), -1, raises(ValueError))],
    boundary=[
        (date(2024, 1, 30), 3, [date(2024, 1, 30), date(2024, 2, 29), date(2024, 3, 30)]),
        (date(2024, 2, 29), 2, [date(2024, 2, 29), date(2024, 3, 29)]),
        (date(2024, 12, 31), 1, [date(2024, 12, 31)]),
    ],
)
def rent_due_dates(first: date, count: int) -> list[date]:
    """Return `count` dates in ascending order that start with `first` and have the same day of the month in each month that
    follows.

    In a month that is too short for that day, the date is the last day of the month; the months after it use the day of
    `first` again. A `count` of 0 gives an empty list, and a negative one raises ValueError.
    Assume that no date lies beyond the year 9999.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    dates = []
    for offset in range(count):
        years, month = divmod(first.month - 1 + offset, 12)
        length = monthrange(first.year + years, month + 1)[1]
        dates.append(date(first.year + years, month + 1, min(first.day, length)))
    return dates
