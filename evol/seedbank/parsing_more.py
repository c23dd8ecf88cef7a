"""More seeds about parsing: reading numbers, fields, times and small notations out of text."""

from __future__ import annotations

import re
from collections import Counter

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ("20C", 20.0),
        ("68F", 20.0),
        ("36.6C", 36.6),
        ("20K", raises(ValueError)),
        ("20", raises(ValueError)),
        ("20c", raises(ValueError)),
    ],
    zero=[("0C", 0.0), ("0F", -160 / 9)],
    negative=[("-40F", -40.0), ("-3.5C", -3.5)],
    boundary=[("32F", 0.0), ("C", raises(ValueError)), ("5.C", raises(ValueError))],
    empty=[("", raises(ValueError))],
    whitespace=[("20 C", raises(ValueError))],
)
def celsius_from_label(label: str) -> float:
    """Return the temperature in `label` in degrees Celsius, where the label is a number followed directly by "C" for Celsius
    or "F" for Fahrenheit.

    Fahrenheit is turned into Celsius by taking away 32 and multiplying by 5/9. The number is one or more digits, with or
    without a minus sign before them, with or without a point and one or more digits after them. Any other text raises
    ValueError.
    """
    match = re.fullmatch(r"(-?[0-9]+(?:\.[0-9]+)?)([CF])", label)
    if match is None:
        raise ValueError("not a temperature")
    degrees = float(match[1])
    return degrees if match[2] == "C" else (degrees - 32) * 5 / 9


@cases(
    ordinary=[
        ("x = 1  # set x", "x = 1"),
        ("run fast", "run fast"),
        ("a#b#c", "a"),
        ("  indented # note", "  indented"),
    ],
    empty=[("", "")],
    whitespace=[("tail   ", "tail"), ("   ", ""), ("\tx\t# y", "\tx")],
    boundary=[("end#", "end"), ("##", ""), ("# only a note", "")],
    unicode=[("thé # café", "thé")],
)
def strip_line_comment(line: str) -> str:
    """Return `line` without everything from its first "#" on, and without the white space at the end of what is left.

    White space at the start stays. A line without "#" only loses the white space at its end.
    """
    return line.split("#", 1)[0].rstrip()


@cases(
    ordinary=[("+3 x2 -1", 5), ("+5 -8", -3), ("+2 x3 +1 x2", 14), ("+10", 10), ("+1 +2 x10", 30)],
    empty=[("", 0)],
    zero=[("x4", 0), ("+7 x0", 0)],
    negative=[("-3 x5", -15)],
    huge=[("+1000000000 x1000000000 +1", 1000000000000000001)],
)
def score_from_sheet(sheet: str) -> int:
    """Return the score that is reached from 0 when the steps in `sheet`, each a whole number to add (+), to subtract (-) or to
    multiply by (x), are applied from left to right.

    The steps are separated by one space. A step is "+", "-" or "x" followed directly by its number. No step is done before
    the steps on its left. A sheet without steps gives 0.
    Assume that every step has this form and that its number is written in digits.
    """
    score = 0
    for step in sheet.split():
        number = int(step[1:])
        if step[0] == "+":
            score += number
        elif step[0] == "-":
            score -= number
        else:
            score *= number
    return score


@cases(
    ordinary=[
        ("QA-761", True),
        ("BX-0042", True),
        ("qa-761", False),
        ("Q-761", False),
        ("QA761", False),
        ("QAB-761", False),
    ],
    empty=[("", False)],
    boundary=[("QA-76", False), ("QA-76100", False), ("AZ-000", True), ("ZA-9999", True)],
    whitespace=[("QA-761\n", False), ("QA 761", False)],
    unicode=[("ÉA-761", False)],
)
def is_shelf_mark(text: str) -> bool:
    """Check whether `text` consists of exactly two capital letters A to Z, a hyphen and then three or four digits 0 to 9.

    Nothing else may stand before, between or after these, not even white space.
    """
    return re.fullmatch(r"[A-Z]{2}-[0-9]{3,4}", text) is not None


@cases(
    ordinary=[
        (["INFO: start", "WARN: hot", "INFO: stop"], {"INFO": 2, "WARN": 1}),
        (["info: a", "Info: b", "INFO: c"], {"INFO": 3}),
        (["ERROR: at 10:30", "ERROR: INFO: x"], {"ERROR": 2}),
        (["a: x", "b: y"], {"A": 1, "B": 1}),
    ],
    empty=[([], {})],
    single=[(["WARN:"], {"WARN": 1})],
    whitespace=[(["  info : x", "INFO:y"], {"INFO": 2})],
    duplicate=[(["A: x", "A: x"], {"A": 2})],
    boundary=[([":"], {"": 1})],
)
def count_log_levels(lines: list[str]) -> dict[str, int]:
    """Build a dictionary from each level to the number of lines in `lines` that have it, where the level of a line is the text
    before its first colon.

    The levels are turned into upper case, and spaces around them are removed, before they are compared. A level may be
    empty.
    Assume that every line holds a colon.
    """
    return dict(Counter(line[: line.index(":")].strip().upper() for line in lines))


@cases(
    ordinary=[
        ("3:45", "2:30", "6:15"),
        ("10:05", "0:04", "10:09"),
        ("1:10", "2:20", "3:30"),
        ("0:59", "0:59", "1:58"),
        ("03:10", "1:00", "4:10"),
    ],
    zero=[("0:00", "0:00", "0:00"), ("0:07", "0:00", "0:07")],
    boundary=[("0:30", "0:30", "1:00"), ("59:59", "0:01", "60:00")],
    huge=[("100000:00", "99999:59", "199999:59")],
)
def add_track_times(first: str, second: str) -> str:
    """Return the sum of the track times `first` and `second`, all of them written as minutes, a colon and two digits for the
    seconds.

    The seconds of the result go from 00 to 59. Its minutes may be 60 or more, have no zeros at the start and are 0 when the
    sum is below one minute.
    Assume that both times are one or more digits, a colon and two digits from 00 to 59.
    """
    total = 0
    for time in (first, second):
        minutes, seconds = time.split(":")
        total += int(minutes) * 60 + int(seconds)
    return f"{total // 60}:{total % 60:02}"


@cases(
    ordinary=[
        ("1.9", "1.10", "1.10"),
        ("2.0.1", "2.0.0", "2.0.1"),
        ("1.99.99", "2.0.0", "2.0.0"),
        ("10.2", "9.8", "10.2"),
    ],
    single=[("7", "12", "12")],
    boundary=[("3.1", "3.1", "3.1"), ("1.02", "1.2", "1.02"), ("1.2", "1.02", "1.2")],
    zero=[("0.0", "0.1", "0.1")],
)
def later_version(first: str, second: str) -> str:
    """Return the later one of the version labels `first` and `second`, which are whole numbers separated by points and are
    compared number by number from the left.

    The first pair of numbers that differ in value decides, and the label with the greater number is later. Zeros at the start
    of a number have no meaning. When all numbers are equal in value, `first` is returned. The label itself is returned just
    as it was given.
    Assume that both labels consist of the same count of numbers.
    """
    return max(first, second, key=lambda label: [int(number) for number in label.split(".")])
