"""Seeds about parsing: reading numbers, fields, times and small notations out of text."""

from __future__ import annotations

import re

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ("2h 15m", 135),
        ("45m", 45),
        ("3h", 180),
        ("1h30m", 90),
        ("15m 2h", raises(ValueError)),
        ("1.5h", raises(ValueError)),
        ("90", raises(ValueError)),
    ],
    empty=[("", raises(ValueError))],
    zero=[("0m", 0), ("0h 0m", 0)],
    boundary=[("1h 60m", 120), ("h", raises(ValueError))],
    whitespace=[("2h  15m", raises(ValueError)), (" 2h", raises(ValueError))],
)
def duration_in_minutes(text: str) -> int:
    """Return the number of minutes in `text`, which holds digits and "h" for hours, or digits and "m" for minutes, or both,
    hours first.

    When both are given, one single space may stand between them or nothing at all. The minutes may be 60 or more. Every
    other text, such as one with further spaces, a sign or a decimal point, raises ValueError, and so does the empty text.
    """
    match = re.fullmatch(r"([0-9]+)h(?: ?([0-9]+)m)?|([0-9]+)m", text)
    if match is None:
        raise ValueError("not a duration")
    hours, extra, minutes = (int(group or 0) for group in match.groups())
    return hours * 60 + extra + minutes


@cases(
    ordinary=[("12C", (12, "C")), ("7a", (7, "A")), ("104F", (104, "F")), ("33k", (33, "K"))],
    boundary=[("1A", (1, "A")), ("10Z", (10, "Z")), ("007B", (7, "B"))],
    zero=[("0D", (0, "D"))],
    huge=[("123456789012345678901E", (123456789012345678901, "E"))],
)
def split_seat_code(code: str) -> tuple[int, str]:
    """Return the row number and the seat letter of the seat `code`, in which the letter directly follows the number.

    The letter is returned in upper case. Zeros at the start of the number have no meaning.
    Assume that `code` is one or more digits followed by exactly one letter from A to Z or a to z.
    """
    return int(code[:-1]), code[-1].upper()


@cases(
    ordinary=[("3.50", 350), ("12", 1200), ("7.5", 750), ("19.99", 1999), ("1.10", 110)],
    zero=[("0", 0), ("0.00", 0)],
    boundary=[("0.05", 5), ("007.20", 720)],
    huge=[("9007199254740993.01", 900719925474099301)],
)
def price_in_cents(price: str) -> int:
    """Return the number of cents in `price`, a text of whole euros that a point and one or two more digits may follow.

    One euro is 100 cents. A single digit after the point stands for tenths of a euro. The result is exact, however large
    the price is.
    Assume that `price` is one or more digits, alone or followed by a point and one or two digits.
    """
    euros, _, cents = price.partition(".")
    return int(euros) * 100 + int(cents.ljust(2, "0"))


@cases(
    ordinary=[("1-3,7", [1, 2, 3, 7]), ("5", [5]), ("2,1", [1, 2]), ("10-12,1", [1, 10, 11, 12]), ("2,10", [2, 10])],
    duplicate=[("1-3,2-5", [1, 2, 3, 4, 5]), ("3,3,3", [3])],
    boundary=[("4-4", [4]), ("8-9", [8, 9])],
    unsorted=[("9,4-6,1", [1, 4, 5, 6, 9])],
)
def selected_pages(selection: str) -> list[int]:
    """Return the page numbers that `selection` names, in ascending order and each once, where its parts, separated by
    commas, are single pages or ranges.

    A range is the number of its first page, a hyphen and the number of its last page, and both pages belong to it. Parts may
    overlap and come in any order.
    Assume that every part is a whole number of 1 or more, or two such numbers joined by a hyphen.
    Assume that no range has a first page greater than its last page.
    """
    pages: set[int] = set()
    for part in selection.split(","):
        first, _, last = part.partition("-")
        pages.update(range(int(first), int(last or first) + 1))
    return sorted(pages)


@cases(
    ordinary=[
        ("color=red; size=9", {"color": "red", "size": "9"}),
        ("a=1;b=2;a=3", {"a": "3", "b": "2"}),
        ("mode=fast;verbose;x=", {"mode": "fast", "x": ""}),
        ("rule=a=b", {"rule": "a=b"}),
        ("big size = very wide", {"big size": "very wide"}),
    ],
    empty=[("", {})],
    single=[("k=v", {"k": "v"})],
    whitespace=[("  a  =  1  ;  ", {"a": "1"})],
    boundary=[("=5;b=6", {"b": "6"}), (";;", {})],
    unicode=[("thé=vert", {"thé": "vert"})],
)
def read_settings_line(line: str) -> dict[str, str]:
    """Build a dictionary of the settings in `line`, which are separated by semicolons and each consist of a name, "=" and a
    value.

    Only the first "=" of a setting separates its name from its value. Spaces around a name and around a value are removed;
    spaces inside them stay. A value may be empty. A part without "=" or with an empty name is ignored. When a name occurs
    again, its last value counts.
    """
    settings: dict[str, str] = {}
    for part in line.split(";"):
        name, equals, value = part.partition("=")
        if equals and name.strip():
            settings[name.strip()] = value.strip()
    return settings


@cases(
    ordinary=[("09:30", True), ("17:05", True), ("9:30", False), ("25:00", False), ("12-30", False), ("12:305", False)],
    empty=[("", False)],
    boundary=[("00:00", True), ("23:59", True), ("24:00", False), ("12:60", False), ("20:00", True), ("19:59", True)],
    whitespace=[(" 9:30", False), ("09:30\n", False)],
    unicode=[("\u0661\u0662:30", False)],
)
def is_clock_time(text: str) -> bool:
    """Check whether `text` is a time of day from 00:00 to 23:59, written as exactly two digits, a colon and two digits.

    Only the digits 0 to 9 are allowed, and nothing may stand before or after the time, not even white space.
    """
    return re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text) is not None


@cases(
    ordinary=[("a[b]c", "ac"), ("hi [x] you", "hi  you"), ("[a]b[c]", "b"), ("plain text", "plain text")],
    empty=[("", "")],
    nested=[("a[b[c]d]e", "ae"), ("[[1][2]]3", "3")],
    boundary=[("[all]", ""), ("x[]y", "xy")],
    unicode=[("é[ü]à", "éà")],
)
def text_outside_brackets(text: str) -> str:
    """Return `text` without its square brackets and without everything that stands inside them.

    Brackets may stand inside other brackets. All characters outside, spaces among them, stay as they are.
    Assume that every "[" in `text` has its matching "]" later on, and every "]" its matching "[" before it.
    """
    depth = 0
    kept: list[str] = []
    for char in text:
        if char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
        elif depth == 0:
            kept.append(char)
    return "".join(kept)


@cases(
    ordinary=[
        ("200 g sugar", (200, "g", "sugar")),
        ("3 tbsp olive oil", (3, "tbsp", "olive oil")),
        ("1 cup dark brown sugar", (1, "cup", "dark brown sugar")),
        ("50 ML Milk", (50, "ML", "Milk")),
    ],
    whitespace=[("  2   kg   new   potatoes ", (2, "kg", "new potatoes"))],
    zero=[("0 g salt", (0, "g", "salt"))],
    unicode=[("2 dl crème fraîche", (2, "dl", "crème fraîche"))],
    boundary=[("10 g 5 spice mix", (10, "g", "5 spice mix"))],
)
def split_recipe_line(line: str) -> tuple[int, str, str]:
    """Return the amount, the unit and the ingredient named in `line`, which holds them in this order with spaces in between.

    The first word is the amount, the second one is the unit, and all further words, joined by single spaces, are the
    ingredient. Spaces at the start and the end have no meaning. Upper and lower case stay as they are.
    Assume that `line` holds at least three words.
    Assume that the first word is a whole number written in digits.
    """
    amount, unit, *words = line.split()
    return int(amount), unit, " ".join(words)


@cases(
    ordinary=[("N3 E2", (2, 3)), ("N3 S1 W4", (-4, 2)), ("E10", (10, 0)), ("S2 W2 N2 E2", (0, 0)), ("W12 W3", (-15, 0))],
    empty=[("", (0, 0))],
    zero=[("N0", (0, 0))],
    boundary=[("N1 N1 N1", (0, 3))],
    huge=[("N1000000000000 S1", (0, 999999999999))],
)
def robot_end_position(moves: str) -> tuple[int, int]:
    """Return how many steps east and how many steps north of its start a robot ends that makes the `moves`, each written as
    a compass letter and a number.

    The letter is N, E, S or W for north, east, south or west, and the number of steps follows it directly. Moves are
    separated by one space. Steps west and steps south count as negative. The result is the pair of the steps east and the
    steps north, and without moves it is (0, 0).
    Assume that every move is one of these four letters and a whole number written in digits.
    """
    east = north = 0
    for move in moves.split():
        steps = int(move[1:])
        east += {"E": steps, "W": -steps}.get(move[0], 0)
        north += {"N": steps, "S": -steps}.get(move[0], 0)
    return east, north


@cases(
    ordinary=[
        ("a,b,c", ["a", "b", "c"]),
        ('a,"b,c",d', ["a", "b,c", "d"]),
        ('x"1,2"y,z', ["x1,2y", "z"]),
        ('"a","b"', ["a", "b"]),
    ],
    empty=[("", [""])],
    single=[("only", ["only"])],
    whitespace=[("a, b ", ["a", " b "])],
    boundary=[(",", ["", ""]), ('""', [""]), ('",,",', [",,", ""]), ('a""b', ["ab"])],
)
def split_quoted_fields(row: str) -> list[str]:
    """Return the fields of `row`, from left to right, where every comma separates two fields unless it stands between an
    opening and a closing double quote.

    The first double quote opens, the second closes, the third opens again and so on. All double quotes are dropped from the
    fields, and spaces are kept. Fields may be empty, and an empty row is one empty field.
    Assume that `row` holds an even number of double quotes.
    """
    fields = [""]
    quoted = False
    for char in row:
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            fields.append("")
        else:
            fields[-1] += char
    return fields
