"""More seeds about tables of numbers and boards of characters."""

from __future__ import annotations

from evol.seedbank import cases, raises


@cases(
    ordinary=[
        ([[1, 20], [300, 4]], ["  1 20", "300  4"]),
        ([[1, 2], [3, 4]], ["1 2", "3 4"]),
        ([[5, 5], [50, 5]], [" 5 5", "50 5"]),
        ([[7, 100, 3], [12, 1, 3]], [" 7 100 3", "12   1 3"]),
    ],
    empty=[([], [])],
    single=[([[7]], ["7"])],
    negative=[([[-1, 5], [10, -25]], ["-1   5", "10 -25"])],
    zero=[([[0], [100]], ["  0", "100"])],
)
def table_lines(table: list[list[int]]) -> list[str]:
    """Return the rows of `table` as lines of text in which each column is aligned to the right and columns are one
    space apart.

    Every column is just as wide as its longest number, minus sign included. Shorter numbers get spaces on their left.
    No line has spaces at its end. A table without rows gives no lines.
    Assume that all rows have the same length.
    """
    widths = [max(len(str(number)) for number in column) for column in zip(*table, strict=True)]
    return [" ".join(str(number).rjust(width) for number, width in zip(row, widths, strict=True)) for row in table]


@cases(
    ordinary=[
        ([[0, 5], [7, 0]], {(0, 1): 5, (1, 0): 7}),
        ([[1, 2], [3, 4]], {(0, 0): 1, (0, 1): 2, (1, 0): 3, (1, 1): 4}),
        ([[0, 0, 9]], {(0, 2): 9}),
        ([[0], [6], [0], [6]], {(1, 0): 6, (3, 0): 6}),
    ],
    empty=[([], {}), ([[], []], {})],
    zero=[([[0, 0], [0, 0]], {})],
    negative=[([[-1, 0]], {(0, 0): -1})],
    unequal_lengths=[([[0, 2], [3], [0, 0, 4]], {(0, 1): 2, (1, 0): 3, (2, 2): 4})],
)
def filled_cells(grid: list[list[int]]) -> dict[tuple[int, int], int]:
    """Return a dictionary from the position (row, column) of every number other than 0 in `grid` to that number.

    Rows and columns are counted from 0. Rows may differ in length.
    """
    return {(r, c): number for r, row in enumerate(grid) for c, number in enumerate(row) if number != 0}


@cases(
    ordinary=[
        (["...", "...", "..."], 1, ["...", "...", ".X."]),
        (["...", ".O.", "XO."], 1, [".X.", ".O.", "XO."]),
        (["...", ".O.", "XO."], 2, ["...", ".O.", "XOX"]),
        (["..", "O."], 1, ["..", "OX"]),
    ],
    boundary=[
        (["O.", "XO"], 0, raises(ValueError)),
        (["..", ".."], 2, raises(ValueError)),
        (["O.", "XO"], 1, ["OX", "XO"]),
    ],
    negative=[(["..", ".."], -1, raises(ValueError))],
    zero=[(["...", ".O.", "XO."], 0, ["...", "XO.", "XO."])],
    single=[(["."], 0, ["X"])],
    empty=[([], 0, raises(ValueError))],
)
def board_after_drop(board: list[str], column: int) -> list[str]:
    """Return the rows of `board`, from top to bottom, after a token "X" has taken the lowest empty cell "." of the column at
    index `column`.

    Columns are counted from 0 at the left. Raise ValueError when the board has no such column, which includes every negative
    `column`, or when the column has no empty cell. A board without rows has no columns.
    Assume that all rows have the same length.
    """
    if not board or not 0 <= column < len(board[0]):
        raise ValueError("no such column")
    for r in range(len(board) - 1, -1, -1):
        row = board[r]
        if row[column] == ".":
            return [*board[:r], row[:column] + "X" + row[column + 1 :], *board[r + 1 :]]
    raise ValueError("column is full")


@cases(
    ordinary=[
        (["#.", ".#"], ["..", "##"]),
        (["###", "...", "#.."], ["...", "#..", "###"]),
        (["#", ".", "#", "."], [".", ".", "#", "#"]),
        ([".#.", "#.#", "..."], ["...", "...", "###"]),
    ],
    empty=[([], [])],
    single=[(["#"], ["#"]), (["#.#"], ["#.#"])],
    boundary=[(["..", ".."], ["..", ".."]), (["##", "##"], ["##", "##"])],
)
def settled_crates(stack: list[str]) -> list[str]:
    """Return the rows of `stack`, from top to bottom, after every crate "#" has fallen straight down as far as it can.

    Crates come to rest on the bottom row or on top of other crates, and "." is an empty place. The size of the stack stays
    the same.
    Assume that all rows have the same length.
    Assume that only "#" and "." occur in the rows.
    """
    columns = ["".join(sorted(column, reverse=True)) for column in zip(*stack, strict=True)]
    return ["".join(row) for row in zip(*columns, strict=True)]


@cases(
    ordinary=[
        ([[1, 2], [3, 4]], [10, 1], [12, 34]),
        ([[5, 0, 2]], [1, 9, 3], [11]),
        ([[2], [3], [4]], [5], [10, 15, 20]),
        ([[1, 1, 1], [0, 2, 4]], [3, 2, 1], [6, 8]),
    ],
    empty=[([], [1, 2], []), ([[]], [], [0])],
    unequal_lengths=[([[1, 2], [3]], [1, 1], raises(ValueError)), ([[1, 2]], [1, 1, 1], raises(ValueError))],
    negative=[([[4, 1]], [-1, 2], [-2])],
)
def weighted_scores(marks: list[list[int]], weights: list[int]) -> list[int]:
    """Return for each row of `marks` the sum of its numbers, each multiplied by the number at the same index of `weights`.

    The results are in the order of the rows; an empty row has the sum 0, and no rows give an empty list. Raise ValueError
    when the length of any row differs from the length of `weights`.
    """
    if any(len(row) != len(weights) for row in marks):
        raise ValueError("a row does not match the weights")
    return [sum(mark * weight for mark, weight in zip(row, weights, strict=True)) for row in marks]


@cases(
    ordinary=[([[1, 0], [3, 0]], 2.0), ([[4, 4], [4, 5]], 4.25), ([[0, 0, 9]], 9.0), ([[10], [0], [5]], 7.5)],
    empty=[([], 0.0), ([[]], 0.0)],
    zero=[([[0, 0], [0, 0]], 0.0)],
    negative=[([[-3, 0], [0, 1]], -1.0)],
    unequal_lengths=[([[2], [3, 0, 7]], 4.0)],
)
def average_of_filled(sheet: list[list[int]]) -> float:
    """Return the average of all numbers in `sheet` that are not 0.

    The number 0 stands for a cell left blank and does not count at all. A sheet with nothing but blanks, or without cells,
    gives 0.0. Rows may differ in length.
    """
    filled = [number for row in sheet for number in row if number != 0]
    return sum(filled) / len(filled) if filled else 0.0


@cases(
    ordinary=[
        (["ab", "ba"], True),
        (["ab", "ab"], False),
        (["abc", "ded", "cba"], True),
        (["abc", "def", "abc"], False),
        (["abc", "dee", "cba"], False),
    ],
    empty=[([], True)],
    single=[(["xox"], True), (["xo"], False)],
    boundary=[(["a", "b", "a"], True), (["aa", "bb"], False)],
    unicode=[(["éx", "xé"], True)],
)
def same_after_half_turn(pattern: list[str]) -> bool:
    """Check whether the rows of characters in `pattern` stay the same when the whole pattern is turned by 180 degrees.

    Only the places of the characters change: each character itself is kept as it is, not turned. A pattern without rows
    stays the same.
    Assume that all rows have the same length.
    """
    return [row[::-1] for row in reversed(pattern)] == pattern


@cases(
    ordinary=[
        ([[1, 8], [3, 2]], (0, 1)),
        ([[1, 2, 3], [4, 5, 6]], (1, 2)),
        ([[9, 1], [1, 1]], (0, 0)),
        ([[3], [7], [5]], (1, 0)),
    ],
    single=[([[4]], (0, 0))],
    duplicate=[([[6, 1, 6], [2, 6, 3]], (1, 1)), ([[5, 5]], (0, 1))],
    negative=[([[-4, -2], [-3, -9]], (0, 1))],
)
def last_highest_cell(grid: list[list[int]]) -> tuple[int, int]:
    """Return the position (row, column) of the greatest number in `grid`.

    Positions start at 0. When the greatest number occurs several times, take the occurrence with the greatest row index, and
    within that row the one with the greatest column index.
    Assume that `grid` has at least one number.
    """
    _, row, column = max((number, r, c) for r, line in enumerate(grid) for c, number in enumerate(line))
    return row, column
