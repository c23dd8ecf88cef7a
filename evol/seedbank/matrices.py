"""Seeds about tables of numbers and boards of characters."""

from __future__ import annotations

from itertools import zip_longest

from evol.seedbank import cases


@cases(
    ordinary=[
        ([[1, 2], [5, 0], [2, 1]], 1),
        ([[4, 4, 4], [9, 1, 1]], 0),
        ([[1], [2], [3]], 2),
        ([[10, 1], [3, 3], [6, 6]], 2),
    ],
    single=[([[7, 7]], 0)],
    duplicate=[([[1, 2], [4, 1], [2, 3]], 1)],
    negative=[([[-1, -5], [-2, -2]], 1)],
    zero=[([[0, 0], [0, 0]], 0)],
)
def busiest_row(counts: list[list[int]]) -> int:
    """Return the index of the row of `counts` whose numbers have the greatest sum.

    Indexes start at 0. Among rows with the same sum the first one is returned.
    Assume that `counts` has at least one row.
    """
    return max(range(len(counts)), key=lambda i: sum(counts[i]))


@cases(
    ordinary=[
        ([[1, 5], [4, 2]], [3, 3]),
        ([[1, 9, 3], [2, 9, 0], [8, 9, 1]], [7, 0, 3]),
        ([[20, 3], [18, 7], [25, 5]], [7, 4]),
        ([[6], [2]], [4]),
    ],
    empty=[([], [])],
    single=[([[3, 8]], [0, 0])],
    negative=[([[-3, -1], [2, -6]], [5, 5])],
    duplicate=[([[5, 1], [5, 2]], [0, 1])],
)
def column_spreads(readings: list[list[int]]) -> list[int]:
    """Return for each column of `readings`, from left to right, the difference between its greatest and its smallest number.

    Each inner list is a row. A table without rows gives an empty list.
    Assume that all rows have the same length.
    """
    return [max(column) - min(column) for column in zip(*readings, strict=True)]


@cases(
    ordinary=[
        (["ab", "cd"], [".x", ".."], ["ax", "cd"]),
        (["aaa"], ["b.b"], ["bab"]),
        (["..", "##"], ["o.", ".o"], ["o.", "#o"]),
        (["x", "y", "z"], [".", "q", "."], ["x", "q", "z"]),
    ],
    empty=[([], [], [])],
    single=[(["."], ["k"], ["k"])],
    boundary=[(["..."], ["..."], ["..."]), (["abc"], ["xyz"], ["xyz"])],
    unicode=[(["é."], [".ü"], ["éü"])],
)
def overlay_stencils(lower: list[str], upper: list[str]) -> list[str]:
    """Return the rows seen when the stencil `upper` lies on the stencil `lower`, where each "." in `upper` shows what is
    below it.

    Both are lists of rows. Every other character of `upper` covers the one below. A "." in both stays ".".
    Assume that both have the same number of rows and that rows at the same index have the same length.
    """
    return [
        "".join(below if above == "." else above for below, above in zip(low, high, strict=True))
        for low, high in zip(lower, upper, strict=True)
    ]


@cases(
    ordinary=[
        ([[1, 2], [3, 4]], [[10, 20], [30, 40]], [[11, 22], [33, 44]]),
        ([[1, 2]], [[3], [4]], [[4, 2], [4, 0]]),
        ([[5]], [[1, 1, 1]], [[6, 1, 1]]),
        ([[1], [1], [1]], [[2, 2], [2, 2]], [[3, 2], [3, 2], [1, 0]]),
    ],
    empty=[([], [], []), ([], [[1, 2]], [[1, 2]]), ([[3], [4]], [], [[3], [4]])],
    negative=[([[4, -4]], [[-4]], [[0, -4]])],
)
def add_stock_tables(first: list[list[int]], second: list[list[int]]) -> list[list[int]]:
    """Return the sum, cell by cell, of the tables `first` and `second`, which may differ in size.

    Cells at the same row and column are added, counted from the top left. The result has as many rows as the table with more
    rows and as many columns as the table with more columns, and a cell missing from a table counts as 0. A table
    without rows has no columns.
    Assume that the rows within each table all have the same length.
    """
    width = max((len(row) for row in first + second), default=0)
    empty: list[int] = []
    pairs = zip_longest(first, second, fillvalue=empty)
    return [[sum(row[i] for row in pair if i < len(row)) for i in range(width)] for pair in pairs]


@cases(
    ordinary=[
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2, 3], [6, 4, 5], [8, 9, 7]]),
        ([[1, 2], [3, 4]], [[1, 2], [4, 3]]),
        ([[1, 2], [1, 2], [1, 2], [1, 2]], [[1, 2], [2, 1], [1, 2], [2, 1]]),
        ([[5, 6, 7, 8], [5, 6, 7, 8]], [[5, 6, 7, 8], [8, 5, 6, 7]]),
    ],
    empty=[([], []), ([[], []], [[], []])],
    single=[([[9]], [[9]]), ([[3], [4], [5]], [[3], [4], [5]])],
    unequal_lengths=[([[1], [2, 3], [4, 5, 6]], [[1], [3, 2], [5, 6, 4]])],
)
def staggered_rows(rows: list[list[int]]) -> list[list[int]]:
    """Return the table `rows` with the row at index i moved i places to the right, where numbers pushed out at the right
    come back in at the left.

    Indexes start at 0, so the first row does not move. Rows may differ in length, and an empty row stays empty.
    """
    result: list[list[int]] = []
    for i, row in enumerate(rows):
        cut = len(row) - i % len(row) if row else 0
        result.append(row[cut:] + row[:cut])
    return result


@cases(
    ordinary=[
        ([[1, 2], [2, 1]], True),
        ([[1, 1], [2, 3]], False),
        ([[1, 2], [1, 3]], False),
        ([[1, 0, 2], [0, 1, 0], [2, 0, 1]], True),
        ([[1, 2, 3], [2, 3, 1]], True),
    ],
    empty=[([], True)],
    single=[([[5]], True), ([[3, 4, 3]], False)],
    zero=[([[0, 0], [0, 0]], True)],
)
def lines_without_repeats(board: list[list[int]]) -> bool:
    """Check whether no number other than 0 occurs twice in the same row or twice in the same column of `board`.

    The number 0 stands for an empty cell and may repeat. A board without rows passes.
    Assume that all rows have the same length.
    """
    lines = [*board, *map(list, zip(*board, strict=True))]
    filled = [[number for number in line if number != 0] for line in lines]
    return all(len(set(numbers)) == len(numbers) for numbers in filled)


@cases(
    ordinary=[
        ([[1, 2], [3, 4]], True),
        ([[1, 9, 2], [0, 0, 0], [3, 9, 5]], False),
        ([[2, 1], [8, 8], [6, 5]], True),
        ([[4, 4], [4, 5]], False),
    ],
    single=[([[7]], True), ([[1, 2, 3]], True)],
    negative=[([[-1, 2], [-3, 0]], True)],
    zero=[([[5, 0], [0, 5]], False)],
)
def corners_balance(table: list[list[int]]) -> bool:
    """Check whether the top left and bottom right numbers of `table` have the same sum as its top right and bottom left
    numbers.

    In a table with one row or one column some corners are the same cell, and that cell counts once for each corner it is.
    Assume that `table` has at least one row and one column.
    Assume that all rows have the same length.
    """
    top, bottom = table[0], table[-1]
    return top[0] + bottom[-1] == top[-1] + bottom[0]


@cases(
    ordinary=[([[1, 2], [3, 5]], 1), ([[1, 2, 3]], 2), ([[10, 1], [1, 10]], 18), ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 5)],
    empty=[([], 0)],
    single=[([[5]], 5)],
    zero=[([[0, 7], [7, 0]], -14)],
    negative=[([[-2, 3], [4, -1]], -10)],
)
def light_minus_dark(board: list[list[int]]) -> int:
    """Return the sum of the numbers on the light squares of `board` minus the sum of those on the dark squares.

    The squares are coloured like a chessboard: the top left square is light, and squares next to each other in a row or a
    column have different colours. A board without squares gives 0.
    """
    return sum(number if (r + c) % 2 == 0 else -number for r, row in enumerate(board) for c, number in enumerate(row))


@cases(
    ordinary=[
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 40),
        ([[1, 2], [3, 4]], 10),
        ([[1, 1, 1, 1], [1, 9, 9, 1], [1, 1, 1, 1]], 10),
        ([[2, 3], [4, 5], [6, 7]], 27),
    ],
    empty=[([], 0)],
    single=[([[5]], 5), ([[1, 2, 3]], 6), ([[1], [2], [4]], 7)],
    zero=[([[0, 0, 0], [0, 7, 0], [0, 0, 0]], 0)],
)
def frame_total(tiles: list[list[int]]) -> int:
    """Return the sum of the numbers in the first and last row and the first and last column of `tiles`, each cell counted
    once.

    A table without rows gives 0.
    Assume that all rows have the same length.
    """
    rim_rows = (0, len(tiles) - 1)
    total = 0
    for r, row in enumerate(tiles):
        total += sum(number for c, number in enumerate(row) if r in rim_rows or c in (0, len(row) - 1))
    return total


@cases(
    ordinary=[
        ([[1, 5], [3, 2]], [(0, 1), (1, 0)]),
        ([[1, 2, 3], [8, 9, 4], [7, 6, 5]], [(1, 1)]),
        ([[3, 1, 3], [1, 1, 1], [3, 1, 3]], [(0, 0), (0, 2), (2, 0), (2, 2)]),
        ([[5, 1], [1, 9]], [(0, 0), (1, 1)]),
    ],
    empty=[([], [])],
    single=[([[9]], [(0, 0)])],
    duplicate=[([[2, 2]], [])],
    negative=[([[-5, -7], [-6, -4]], [(0, 0), (1, 1)])],
)
def hill_tops(heights: list[list[int]]) -> list[tuple[int, int]]:
    """Return the positions (row, column) of all cells of `heights` that are strictly higher than each of their neighbours.

    The neighbours are the cells directly above, below, left and right, as far as they exist. A cell without neighbours
    counts. Positions start at 0 and are ordered by row, then by column.
    Assume that all rows have the same length.
    """
    cells = {(r, c): height for r, row in enumerate(heights) for c, height in enumerate(row)}
    tops: list[tuple[int, int]] = []
    for (r, c), height in cells.items():
        around = [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]
        if all(cells[place] < height for place in around if place in cells):
            tops.append((r, c))
    return tops
