"""Mathematical relations, each with two independent derivations: a closed form and the definition counted out.

A relation maps one whole number to an answer. The two functions of a pair are shown to agree by execution in the method's contract and in
the tests; their sources go into tasks, so they are written to be read. `RELATIONS` is the catalogue.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evol.craft import derivations as d


@dataclass(frozen=True)
class Relation:
    """`phrase` says what is computed of `{x}`; the number must lie in `low..high` (the definition is slow beyond)."""

    closed: Callable[[int], Any]
    counted: Callable[[int], Any]
    phrase: str
    low: int
    high: int
    answer: str = "int"
    note: str = ""

    @property
    def name(self) -> str:
        return self.closed.__name__

    def text(self, x: str) -> str:
        """The relation in words, of `x`, with its note where it needs one."""
        return self.phrase.format(x=x)

    def closed_source(self) -> str:
        """Program text of the closed form, under the relation's name."""
        return _source(self.closed)

    def counted_source(self) -> str:
        """Program text of the definition, under the same name."""
        return _source(self.counted).replace(f"def {self.counted.__name__}(", f"def {self.name}(", 1)


@lru_cache(maxsize=256)
def _source(function: Callable[..., Any]) -> str:
    text = textwrap.dedent(inspect.getsource(function))
    needs = "import math\n\n\n" if "math." in text else ""
    return needs + text


RELATIONS: tuple[Relation, ...] = (
    Relation(d.digit_sum, d.digit_sum_counted, "the sum of the decimal digits of {x}", 0, 10**9),
    Relation(d.digital_root, d.digital_root_counted, "the single digit that remains when the digits of {x} are added up again and again", 0, 10**9),
    Relation(d.triangular_number, d.triangular_number_counted, "the sum of all whole numbers from 1 to {x}", 0, 500),
    Relation(d.sum_of_squares, d.sum_of_squares_counted, "the sum of the squares of all whole numbers from 1 to {x}", 0, 300),
    Relation(d.sum_of_cubes, d.sum_of_cubes_counted, "the sum of the cubes of all whole numbers from 1 to {x}", 0, 200),
    Relation(d.alternating_sum, d.alternating_sum_counted, "the value of 1 - 2 + 3 - 4 + ..., with the signs alternating, up to the term {x}", 0, 300),
    Relation(d.geometric_sum, d.geometric_sum_counted, "the sum of the powers of 3 from 3 to the 0 up to 3 to the power of {x}", 0, 40),
    Relation(d.divisor_count, d.divisor_count_counted, "the number of positive divisors of {x}", 1, 600),
    Relation(d.divisor_sum, d.divisor_sum_counted, "the sum of all positive divisors of {x}, itself included", 1, 600),
    Relation(d.totient, d.totient_counted, "how many whole numbers from 1 to {x} share no divisor above 1 with it", 1, 400),
    Relation(d.primes_up_to, d.primes_up_to_counted, "how many prime numbers there are from 2 up to and including {x}", 0, 150),
    Relation(d.largest_prime_factor, d.largest_prime_factor_counted, "the largest prime number that divides {x}", 2, 300),
    Relation(d.common_divisor_with_360, d.common_divisor_with_360_counted, "the greatest common divisor of {x} and 360", 1, 10**6),
    Relation(d.common_multiple_with_12, d.common_multiple_with_12_counted, "the least common multiple of {x} and 12", 1, 10**5),
    Relation(d.power_of_three_mod_1000, d.power_of_three_mod_1000_counted, "the last three digits, as a number, of 3 to the power of {x}", 0, 500),
    Relation(d.pairs_of, d.pairs_of_counted, "the number of ways to choose 2 of {x} things, in no order", 0, 80),
    Relation(d.triples_of, d.triples_of_counted, "the number of ways to choose 3 of {x} things, in no order", 0, 25),
    Relation(d.lattice_paths, d.lattice_paths_counted, "the number of shortest routes along the lines between opposite corners of a square grid with {x} cells on each side", 0, 20),
    Relation(d.catalan_number, d.catalan_number_counted, "the number of ways to nest {x} pairs of brackets correctly", 0, 20),
    Relation(d.derangements, d.derangements_counted, "the number of orders of {x} things in which none stays at its own place", 0, 15),
    Relation(d.is_difference_of_squares, d.is_difference_of_squares_counted, "whether {x} is the difference of the squares of two whole numbers (0 counts as one)", 0, 60, "bool"),
    Relation(d.is_sum_of_two_squares, d.is_sum_of_two_squares_counted, "whether {x} is the sum of the squares of two whole numbers (0 counts as one)", 1, 90, "bool"),
    Relation(d.trailing_zeros_of_factorial, d.trailing_zeros_of_factorial_counted, "how many zeros stand at the end of the factorial of {x}", 0, 400),
    Relation(d.binary_ones, d.binary_ones_counted, "the number of ones when {x} is written in binary", 0, 10**9),
    Relation(d.floor_square_root, d.floor_square_root_counted, "the square root of {x}, rounded down to a whole number", 0, 10**5),
    Relation(d.polygon_diagonals, d.polygon_diagonals_counted, "the number of diagonals of a convex polygon with {x} corners", 3, 70),
    Relation(d.pizza_pieces, d.pizza_pieces_counted, "the largest number of pieces into which {x} straight cuts can divide a pizza", 0, 500),
    Relation(d.rectangles_in_grid, d.rectangles_in_grid_counted, "the number of rectangles, squares included, along the lines of a square grid with {x} cells on each side", 0, 60),
    Relation(d.multiples_of_3_or_5, d.multiples_of_3_or_5_counted, "how many whole numbers from 1 to {x} are multiples of 3 or of 5", 0, 2000),
    Relation(d.largest_power_of_two_dividing, d.largest_power_of_two_dividing_counted, "the largest power of 2 that divides {x}", 1, 10**9),
    Relation(d.digits_in_base_7, d.digits_in_base_7_counted, "{x} written in base 7, as text", 0, 10**9, "str"),
    Relation(d.prism_volume, d.prism_volume_counted, "the volume, as a `float`, of a straight prism of height 10 over an equilateral triangle with sides of length {x}", 0, 10**4, "float"),
    Relation(d.cylinder_side_area, d.cylinder_side_area_counted, "the curved surface, as a `float`, without the two discs, of a cylinder of height 5 whose radius is {x}", 0, 10**4, "float"),
    Relation(d.partitions_into_two, d.partitions_into_two_counted, "the number of ways to write {x} as a sum of two positive whole numbers, in no order", 0, 60),
)  # fmt: skip
