"""Seeds about the binary digits of whole numbers: switches, lamps, masks and packed fields."""

from __future__ import annotations

from itertools import pairwise

from evol.seedbank import cases, raises


@cases(
    ordinary=[(0b1011, 2), (0b111011, 3), (0b10101, 1), (0b1101111011, 4), (12, 2)],
    zero=[(0, 0)],
    boundary=[(1, 1), (15, 4), (16, 1), (255, 8)],
    huge=[(2**70 - 1, 70), (2**80 + 3, 2)],
)
def longest_run_of_lit_lamps(state: int) -> int:
    """Return the largest number of ones that stand side by side when `state` is written in binary.

    The number 0 has no ones and gives 0.
    Assume that `state` is not negative.
    """
    return max(len(run) for run in bin(state)[2:].split("0"))


@cases(
    ordinary=[(0b0110, 0b1010, True), (6, 3, True), (7, 3, False), (5, 10, False), (0b1111, 0b0100, True)],
    zero=[(0, 9, False), (0, 0, False)],
    boundary=[(1, 1, True), (3, 3, False)],
    huge=[(2**90 + 1, 2**90 + 2, True)],
)
def share_exactly_one_switch(first: int, second: int) -> bool:
    """Check whether there is exactly one binary place in which both `first` and `second` have a one.

    Assume that neither number is negative.
    """
    return (first & second).bit_count() == 1


@cases(
    ordinary=[(0b1011, [0, 1, 3]), (20, [2, 4]), (96, [5, 6]), (7, [0, 1, 2]), (10, [1, 3])],
    zero=[(0, [])],
    boundary=[(1, [0]), (8, [3])],
    negative=[(-1, raises(ValueError)), (-8, raises(ValueError))],
    huge=[(2**64 + 1, [0, 64])],
)
def lit_lamp_places(state: int) -> list[int]:
    """Return the places of all ones in the binary form of `state`, in ascending order.

    The lowest binary digit, which is worth 1, has the place 0, and the digit worth 2 has the place 1. The number 0 has no
    ones. A negative number raises ValueError.
    """
    if state < 0:
        raise ValueError("state must not be negative")
    return [place for place in range(state.bit_length()) if state >> place & 1]


@cases(
    ordinary=[([0, 2], 5), ([3, 1, 3], 2), ([4, 0, 1], 19), ([2, 1, 2, 2, 1], 4), ([1, 2, 3], 14)],
    empty=[([], 0)],
    single=[([5], 32)],
    zero=[([0], 1)],
    duplicate=[([7, 7], 0), ([6, 6, 6], 64)],
    huge=[([70], 2**70)],
)
def lamps_after_presses(presses: list[int]) -> int:
    """Return the number whose binary ones are the lamps that shine after every press in `presses`, when all lamps are dark at
    first.

    Each press names the place of one lamp and switches that lamp from dark to shining or back. The lamp at place 0 is the
    lowest binary digit, which is worth 1. When no lamp shines the result is 0.
    Assume that no place in `presses` is negative.
    """
    state = 0
    for place in presses:
        state ^= 1 << place
    return state


@cases(
    ordinary=[(0x12, 0x21), (0xF0, 0x0F), (0xA7, 0x7A), (0x05, 0x50), (33, 18)],
    zero=[(0, 0)],
    boundary=[(255, 255), (256, raises(ValueError)), (15, 240), (16, 1)],
    negative=[(-1, raises(ValueError))],
)
def swap_byte_halves(byte: int) -> int:
    """Return the byte `byte` with its upper four binary digits and its lower four binary digits exchanged.

    A byte is a number from 0 to 255, written with eight binary digits. Any other number raises ValueError.
    """
    if not 0 <= byte <= 255:
        raise ValueError("a byte lies from 0 to 255")
    return byte >> 4 | (byte & 0b1111) << 4


@cases(
    ordinary=[(0b11, 0b00, 0b0101), (0b00, 0b11, 0b1010), (5, 3, 27), (1, 4, 33), (6, 6, 60)],
    zero=[(0, 0, 0), (0, 7, 42), (7, 0, 21)],
    boundary=[(1, 0, 1), (0, 1, 2), (1, 1, 3)],
    huge=[(2**40, 0, 2**80)],
)
def weave_two_counters(first: int, second: int) -> int:
    """Build the number whose binary digits are, from the lowest up, one digit of `first`, then one of `second`, and so on in
    turn.

    The digits of both numbers are used from the lowest up as well, and the shorter number is filled with zeros at the top.
    Two zeros give 0.
    Assume that neither number is negative.
    """
    woven = 0
    for place in range(max(first.bit_length(), second.bit_length())):
        woven |= (first >> place & 1) << 2 * place
        woven |= (second >> place & 1) << 2 * place + 1
    return woven


@cases(
    ordinary=[(0b1011, 0b1000), (12, 0), (0b110110, 0b110000), (7, 4), (0b1010100, 0b1000000)],
    zero=[(0, 0)],
    boundary=[(1, 0), (16, 0), (3, 0)],
    huge=[(2**65 + 2**60 + 2, 2**65)],
)
def snuff_two_lowest_candles(candles: int) -> int:
    """Return `candles` with its two lowest binary ones turned into zeros.

    When the binary form has two ones or fewer, the result is 0.
    Assume that `candles` is not negative.
    """
    for _ in range(2):
        candles &= max(candles - 1, 0)
    return candles


@cases(
    ordinary=[
        (0b00000001, 3, 0b00001000),
        (0b11000000, 1, 0b10000001),
        (0b10010110, 4, 0b01101001),
        (0b00000101, 10, 0b00010100),
        (0b11100000, 2, 0b10000011),
    ],
    zero=[(0, 5, 0), (77, 0, 77)],
    boundary=[(255, 3, 255), (128, 1, 1), (0b10110001, 8, 0b10110001)],
    negative=[(0b00000001, -1, 0b10000000), (0b00010100, -10, 0b00000101)],
)
def turn_lamp_ring(ring: int, steps: int) -> int:
    """Return the state of a ring of eight lamps after every lamp has handed on its state `steps` times to the lamp at the next
    higher place.

    The ones in the binary form of `ring` are the shining lamps, and place 0 is the lowest binary digit. The place after 7 is
    0 again. A negative number of steps goes the other way round, to lower places.
    Assume that `ring` lies from 0 to 255.
    """
    steps %= 8
    return (ring << steps | ring >> 8 - steps) & 0xFF


@cases(
    ordinary=[(0b1011, 2), (0b11100, 1), (0b101010, 5), (0b1100110, 3), (9, 2)],
    zero=[(0, 0)],
    boundary=[(1, 0), (2, 1), (7, 0), (8, 1)],
    negative=[(-5, raises(ValueError))],
    huge=[(2**66 + 1, 2)],
)
def count_colour_borders(stripe: int) -> int:
    """Count the pairs of binary digits of `stripe` that stand directly side by side and differ.

    The binary form has no leading zeros. The numbers 0 and 1 have a single digit and give 0. A negative number raises
    ValueError.
    """
    if stripe < 0:
        raise ValueError("stripe must not be negative")
    return sum(1 for left, right in pairwise(f"{stripe:b}") if left != right)


@cases(
    ordinary=[(0b1011, False), (0b1010, True), (0b1101, False), (0b11011, True), (0b10000, False), (51, True)],
    zero=[(0, True)],
    boundary=[(1, False), (2, False), (3, True)],
    huge=[(2**70 + 1, True), (2**70, False)],
)
def check_digit_fits(frame: int) -> bool:
    """Check whether the lowest binary digit of `frame` is 1 exactly when the number of ones among its other binary digits is
    odd.

    When that number of ones is even, the lowest digit has to be 0. The number 0 fits.
    Assume that `frame` is not negative.
    """
    return (frame & 1) == (frame >> 1).bit_count() % 2


@cases(
    ordinary=[
        ((3, 5, 2), 1698),
        ((0, 1, 1), 33),
        ((7, 9, 30), 3902),
        ((2, 10, 4), 1348),
    ],
    zero=[((0, 0, 0), 0), ((1, 0, 0), 512)],
    boundary=[
        ((7, 15, 31), 4095),
        ((8, 0, 0), raises(ValueError)),
        ((0, 16, 0), raises(ValueError)),
        ((0, 0, 32), raises(ValueError)),
    ],
    negative=[((1, -1, 1), raises(ValueError))],
)
def pack_parcel_tag(tag: tuple[int, int, int]) -> int:
    """Build the number whose binary form holds the three parts of `tag`: the hall in the top 3 digits, the row in the next 4
    and the box in the lowest 5.

    The parts stand in `tag` in the order hall, row, box, and each part is written in binary. A part that is negative or does
    not fit into its digits raises ValueError.
    """
    hall, row, box = tag
    if not (0 <= hall < 8 and 0 <= row < 16 and 0 <= box < 32):
        raise ValueError("a part of the tag does not fit")
    return hall << 9 | row << 5 | box


@cases(
    ordinary=[
        (12399, (2024, 3, 15)),
        (5535, (2010, 12, 31)),
        (740, (2001, 7, 4)),
        (33, (2000, 1, 1)),
        (51545, (2100, 10, 25)),
    ],
    zero=[(0, (2000, 0, 0))],
    boundary=[(31, (2000, 0, 31)), (32, (2000, 1, 0)), (511, (2000, 15, 31)), (512, (2001, 0, 0))],
)
def unpack_date_stamp(stamp: int) -> tuple[int, int, int]:
    """Return the year, month and day held in the binary digits of `stamp`: the day in the lowest 5 digits, the month in the
    next 4, and the years since 2000 in all digits above.

    The year in the result is the full year, so the years since 2000 are added to 2000. The numbers are given back as they
    are, even when no calendar has such a month or day.
    Assume that `stamp` is not negative.
    """
    return 2000 + (stamp >> 9), stamp >> 5 & 0b1111, stamp & 0b11111
