"""More seeds about days, months, clocks and calendars."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from evol.seedbank import cases, raises


@cases(
    ordinary=[(2024, [9, 12]), (2023, [1, 10]), (2021, [8]), (2025, [6])],
    boundary=[(2026, [2, 3, 11]), (2015, [2, 3, 11]), (2012, [1, 4, 7]), (2022, [5])],
)
def months_with_friday_13(year: int) -> list[int]:
    """Return the numbers of the months in `year` whose 13th day is a Friday, in ascending order.

    Months are numbered from 1 for January to 12 for December.
    Assume that `year` lies between 1 and 9999.
    """
    return [month for month in range(1, 13) if date(year, month, 13).weekday() == 4]


@cases(
    ordinary=[
        ("2024-06-05", 12, True),
        ("2024-06-05", 20, False),
        ("2024-06-08", 11, True),
        ("2024-06-08", 16, False),
        ("2024-06-09", 12, False),
    ],
    boundary=[
        ("2024-06-03", 9, True),
        ("2024-06-07", 17, True),
        ("2024-06-07", 18, False),
        ("2024-06-08", 9, False),
        ("2024-06-08", 10, True),
        ("2024-06-08", 14, False),
    ],
    zero=[("2024-06-04", 0, False)],
)
def bakery_is_open(day: str, hour: int) -> bool:
    """Check whether the bakery, which opens from 9 to 18 on Monday to Friday, from 10 to 14 on Saturdays and never on
    Sundays, is open when the hour `hour` of `day` begins.

    `day` is written as YYYY-MM-DD, and `hour` is a number from 0 to 23. When the opening hour begins the bakery is open, and
    when the closing hour begins it is closed.
    """
    weekday = date.fromisoformat(day).weekday()
    if weekday == 6:
        return False
    return 10 <= hour < 14 if weekday == 5 else 9 <= hour < 18


@cases(
    ordinary=[
        ("05.06.2024", "07.06.2024", "07.06.2024"),
        ("30.01.2024", "02.02.2024", "02.02.2024"),
        ("31.12.2023", "01.01.2024", "01.01.2024"),
        ("15.03.2024", "20.03.2019", "15.03.2024"),
        ("28.02.2021", "10.11.2020", "28.02.2021"),
    ],
    boundary=[("09.09.2024", "09.09.2024", "09.09.2024"), ("29.02.2024", "01.03.2024", "01.03.2024")],
    unsorted=[("01.05.2024", "30.04.2024", "01.05.2024")],
)
def later_dotted_date(first: str, second: str) -> str:
    """Return the later one of the two dates `first` and `second`.

    All dates are written as DD.MM.YYYY, with leading zeros. When both dates are equal, that date is the result.
    """
    return max(first, second, key=lambda day: day.split(".")[::-1])


@cases(
    ordinary=[
        ("1990-05-20", "2024-06-01", 34),
        ("1990-05-20", "2024-03-01", 33),
        ("2001-12-31", "2024-01-01", 22),
        ("1984-07-04", "2000-08-01", 16),
    ],
    boundary=[
        ("1990-05-20", "2024-05-20", 34),
        ("1990-05-20", "2024-05-19", 33),
        ("2020-01-01", "2020-01-01", 0),
        ("2004-02-29", "2023-02-28", 18),
        ("2004-02-29", "2023-03-01", 19),
        ("2004-02-29", "2024-02-29", 20),
    ],
    negative=[("2020-05-05", "2020-05-04", raises(ValueError))],
)
def full_years_of_age(born: str, day: str) -> int:
    """Return the age in completed years that a person born on the date `born` has on the date `day`.

    Both are written as YYYY-MM-DD. The age rises on the birthday itself; for a person born on 29 February it rises on 1
    March in a year without that day. A `day` earlier than `born` raises ValueError.
    """
    if day < born:
        raise ValueError("the day lies before the birth")
    return int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])


@cases(
    ordinary=[(1530, "1d 1h 30m"), (75, "1h 15m"), (40, "40m"), (2880, "2d"), (1445, "1d 5m")],
    zero=[(0, "0m")],
    boundary=[(59, "59m"), (60, "1h"), (1439, "23h 59m"), (1440, "1d")],
    negative=[(-1, raises(ValueError))],
    huge=[(14_400_000_001, "10000000d 1m")],
)
def waiting_time_text(minutes: int) -> str:
    """Build a text that gives `minutes` as days, hours and minutes, such as 2 days, 3 hours and 4 minutes written as "2d 3h
    4m".

    A part that is 0 is left out, and the parts that remain are separated by single spaces. Hours stay below 24 and minutes
    below 60. For 0 minutes the text is "0m". A negative number of minutes raises ValueError.
    """
    if minutes < 0:
        raise ValueError("minutes must not be negative")
    hours, left = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{number}{unit}" for number, unit in ((days, "d"), (hours, "h"), (left, "m")) if number]
    return " ".join(parts) or "0m"


@cases(
    ordinary=[
        ("2024-05-10", "spring"),
        ("2024-07-15", "summer"),
        ("2024-10-31", "autumn"),
        ("2024-01-06", "winter"),
        ("2024-12-25", "winter"),
    ],
    boundary=[
        ("2024-03-20", "winter"),
        ("2024-03-21", "spring"),
        ("2023-06-20", "spring"),
        ("2023-06-21", "summer"),
        ("2022-09-21", "autumn"),
        ("2022-12-20", "autumn"),
        ("2022-12-21", "winter"),
    ],
)
def garden_season(day: str) -> str:
    """Return the name of the season in which `day` lies, where spring starts on 21 March, summer on 21 June, autumn on 21
    September and winter on 21 December.

    `day` is written as YYYY-MM-DD. The result is "spring", "summer", "autumn" or "winter". Each season lasts until the day
    before the next one starts, so winter goes on after the end of the year.
    """
    for start, season in (("12-21", "winter"), ("09-21", "autumn"), ("06-21", "summer"), ("03-21", "spring")):
        if day[5:] >= start:
            return season
    return "winter"


@cases(
    ordinary=[(2024, 60, "02-29"), (2023, 60, "03-01"), (2023, 32, "02-01"), (2024, 200, "07-18")],
    boundary=[(2023, 1, "01-01"), (2023, 365, "12-31"), (2024, 366, "12-31"), (2023, 366, raises(ValueError))],
    zero=[(2024, 0, raises(ValueError))],
    negative=[(2024, -5, raises(ValueError))],
    huge=[(2024, 10**6, raises(ValueError))],
)
def calendar_sheet_date(year: int, number: int) -> str:
    """Return the month and the day, written as MM-DD, that stand on sheet `number` of a tear-off calendar with one sheet for
    each day of `year`.

    Sheet 1 is 1 January. A number that the calendar does not have raises ValueError; it has 366 sheets in a leap year and
    365 otherwise.
    Assume that `year` lies between 1 and 9999.
    """
    if not 1 <= number <= 365 + isleap(year):
        raise ValueError("the calendar has no such sheet")
    return (date(year, 1, 1) + timedelta(days=number - 1)).strftime("%m-%d")


@cases(
    ordinary=[("14:30", "2:30 pm"), ("09:05", "9:05 am"), ("11:59", "11:59 am"), ("23:10", "11:10 pm")],
    boundary=[
        ("00:00", "12:00 am"),
        ("12:00", "12:00 pm"),
        ("12:59", "12:59 pm"),
        ("00:30", "12:30 am"),
        ("13:00", "1:00 pm"),
    ],
)
def twelve_hour_clock_text(time: str) -> str:
    """Return the time of day `time`, which is written as HH:MM on a 24-hour clock, as it is written on a 12-hour clock with
    "am" or "pm".

    The result is the hour without a leading zero, a colon, the minutes with two digits, one space, and then "am" before
    12:00 or "pm" from 12:00 on. The hours 0 and 12 are both written as 12.
    Assume that `time` lies between 00:00 and 23:59.
    """
    hour = int(time[:2])
    return f"{hour % 12 or 12}:{time[3:]} {'am' if hour < 12 else 'pm'}"


@cases(
    ordinary=[
        ([2024, 2025, 2026, 2028], 2),
        ([1999, 2001, 2003], 0),
        ([1992, 1996, 2004, 2015], 3),
        ([2023, 2016], 1),
    ],
    empty=[([], 0)],
    single=[([2012], 1)],
    boundary=[([1900, 2000, 2100], 1), ([2400, 2200, 1600], 2)],
    duplicate=[([2020, 2020, 2021], 2)],
)
def count_birthdays_on_29_february(years: list[int]) -> int:
    """Count the numbers in `years` that are years in which there is a 29 February.

    These are the years that divide by 4, except those that divide by 100 but not by 400. A year that is listed several times
    counts as often.
    """
    return sum(isleap(year) for year in years)


@cases(
    ordinary=[
        ("10:00", "10:20", 20),
        ("23:50", "00:10", 20),
        ("08:00", "19:00", 660),
        ("06:30", "05:00", 90),
        ("02:00", "21:00", 300),
    ],
    boundary=[("00:00", "12:00", 720), ("00:00", "12:01", 719), ("23:59", "00:00", 1), ("11:59", "00:00", 719)],
    zero=[("00:00", "00:00", 0)],
)
def minutes_between_clock_hands(first: str, second: str) -> int:
    """Return the smallest number of minutes by which a 24-hour clock that shows `first` must be moved, forwards or
    backwards, so that it shows `second`.

    Both times are written as HH:MM, from 00:00 to 23:59. The clock may be moved past midnight in both directions.
    """
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in (first, second))
    return min((end - start) % 1440, (start - end) % 1440)


@cases(
    ordinary=[
        (["2024-06-03", "2024-06-10", "2024-06-05"], {"Mon": 2, "Wed": 1}),
        (["2024-06-08", "2024-06-09"], {"Sat": 1, "Sun": 1}),
        (["2024-02-29", "2024-02-27", "2024-03-07"], {"Tue": 1, "Thu": 2}),
        (["2023-12-29", "2024-01-05", "2024-01-12"], {"Fri": 3}),
    ],
    empty=[([], {})],
    single=[(["2000-01-01"], {"Sat": 1})],
    boundary=[(["2023-12-31", "2024-01-01"], {"Sun": 1, "Mon": 1})],
    duplicate=[(["2024-06-04", "2024-06-04"], {"Tue": 2})],
)
def visits_per_weekday(days: list[str]) -> dict[str, int]:
    """Build a dictionary from each day of the week on which at least one of `days` falls to the number of those that do.

    Each of the days is written as YYYY-MM-DD; one that is listed several times counts as often. The days of the week are
    written as Mon, Tue, Wed, Thu, Fri, Sat and Sun, and those on which no date falls are not in the dictionary.
    """
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    counts: dict[str, int] = {}
    for day in days:
        name = names[date.fromisoformat(day).weekday()]
        counts[name] = counts.get(name, 0) + 1
    return counts
