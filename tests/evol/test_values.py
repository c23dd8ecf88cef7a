"""values: what is written is read back the same, hostile text raises one exception, and `same` is an equivalence."""

import json
import math
import subprocess
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evol.values import MAX_DEPTH, MAX_NODES, Opaque, ValueFormatError, close, dumps, loads, same, same_unordered

PROFILE = settings(derandomize=True, deadline=None, max_examples=150)
NAN = float("nan")

zones = st.one_of(st.none(), st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m))))
plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers().map(lambda n: n << 200), st.floats(), st.complex_numbers(),
    st.text(st.characters(), max_size=8), st.sampled_from(["\ud800", "a\udfffb", "\x00"]), st.binary(max_size=8),
    st.decimals(allow_nan=False), st.fractions(), st.dates(), st.datetimes(timezones=zones), st.times(timezones=zones), st.timedeltas(),
)  # fmt: skip
# Keys that are equal to each other under == but not under `same` (1, True, 1.0) would collapse before we see them; that is Python's.
hashable = st.recursive(plain, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3), max_leaves=4)
ranges = st.builds(range, st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 5) | st.integers(-5, -1))


def _containers(inner):
    pairs = st.dictionaries(hashable, inner, max_size=3)
    return st.one_of(
        st.lists(inner, max_size=4), st.lists(inner, max_size=4).map(tuple), st.lists(inner, max_size=4).map(deque), pairs,
        pairs.map(OrderedDict), pairs.map(lambda d: defaultdict(None, d)), st.sets(hashable, max_size=4), st.frozensets(hashable, max_size=4),
        st.dictionaries(hashable, st.integers(0, 5), max_size=3).map(Counter), st.binary(max_size=4).map(bytearray), ranges,
    )  # fmt: skip


anything = st.recursive(plain, _containers, max_leaves=10)


# --- round trip ----------------------------------------------------------------------------------------------------------------


@PROFILE
@given(anything)
def test_read_back_is_the_same_value_and_the_same_text(value):
    text = dumps(value)
    again = loads(text)
    assert type(again) is type(value)
    assert same(value, again) and same(again, value)
    assert dumps(again) == text
    assert text.isascii() and "\n" not in text  # one line of the sandbox's protocol


@pytest.mark.parametrize(
    "value",
    [
        2**63, -(2**63) - 1, 10**5000, -(10**5000), 5e-324, 1.7976931348623157e308, math.inf, -math.inf, complex(math.nan, -math.inf),
        "\ud800\udc00", "\ud83d\ude00"[::-1], "\u2028\x00\x7f", b"\x00\xff", bytearray(b"\xfe"), (), [], {}, set(), frozenset(), deque(),
        {(1, "a"): {None: [b"x"]}, frozenset({1}): 2}, {1: "int", "1": "str", (1,): "tuple"}, range(2**70, 0, -3), Counter("abca"),
        datetime.max, datetime(2020, 2, 29, tzinfo=UTC), time(1, 2, 3, 4), date.min, timedelta.min, timedelta.max, Decimal("-0"),
        Decimal("Infinity"), Decimal("1E+999999"), Fraction(-7, 3), {frozenset({frozenset({1}), ()})}, [[[[[[]]]]]],
        pytest.param(Fraction(10**5000, 3), id="fraction-beyond-4300-digits"),
    ],
    ids=lambda value: repr(value)[:40] if not isinstance(value, int) else "int",
)  # fmt: skip
def test_special_values_survive(value):
    again = loads(dumps(value))
    assert type(again) is type(value) and same(again, value)


def test_signs_of_zero_survive():
    assert [math.copysign(1, x) for x in loads(dumps([0.0, -0.0]))] == [1, -1]
    negative = loads(dumps(complex(-0.0, -0.0)))
    assert (math.copysign(1, negative.real), math.copysign(1, negative.imag)) == (-1, -1)


def test_order_of_dicts_is_kept_and_order_of_sets_does_not_show():
    assert list(loads(dumps({"b": 1, "a": 2}))) == ["b", "a"]
    assert dumps({1, 2, "a", None}) == dumps({None, "a", 2, 1})
    code = "from evol.values import dumps; print(dumps({'a', 'b', 'c', 'dd', (1, 'x'), frozenset('xyz')}))"
    texts = {subprocess.check_output([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}) for seed in "123"}
    assert len(texts) == 1


# --- subclasses and strangers --------------------------------------------------------------------------------------------------


class Lies:
    """Mixed into a base: every hook a writer might trust says something else."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __iter__(self):
        return iter(["lie"])

    def __len__(self):
        return 99

    def __repr__(self):
        return "lie"

    __str__ = __repr__

    def __int__(self):
        return 99

    __index__ = __int__

    def __float__(self):
        return 99.0

    def __bool__(self):
        return True

    def items(self):
        return [("lie", "lie")]

    keys = values = __iter__


LIARS = [
    (type("Liar" + type(value).__name__, (Lies, type(value)), {})(value), value)
    for value in (3, 2**70, 1.5, -0.0, "ab", "\ud800", (1, 2), [1, [2]], {"a": 1}, {1, 2}, b"ab", frozenset({1}), deque([1]))
]


@pytest.mark.parametrize(
    ("liar", "plain_value"), LIARS, ids=[type(liar).__name__ + str(i) for i, (liar, _) in enumerate(LIARS)]
)
def test_a_subclass_is_written_as_its_base_whatever_it_says(liar, plain_value):
    assert dumps(liar) == dumps(plain_value)
    assert dumps([liar]) == dumps([plain_value])


@pytest.mark.parametrize(
    ("value", "base"),
    [
        (IntEnum("Colour", "RED GREEN").GREEN, 2), (namedtuple("Point", "x y")(1, [2]), (1, [2])),
        (type("Money", (Decimal,), {})("1.50"), Decimal("1.50")), (type("Stamp", (datetime,), {})(2020, 1, 2), datetime(2020, 1, 2)),
        (type("Tally", (Counter,), {})("aab"), Counter("aab")),
    ],
    ids=["enum", "namedtuple", "decimal", "datetime", "counter"],
)  # fmt: skip
def test_ordinary_subclasses_are_written_as_their_nearest_base(value, base):
    assert same(loads(dumps(value)), base)


class Stranger:
    def __repr__(self):
        return "s" * 1000


class Mute:
    def __repr__(self):
        raise RuntimeError("no")


def test_other_objects_become_opaque():
    assert loads(dumps(Stranger())) == Opaque("Stranger", "s" * 200)
    assert loads(dumps(Mute())).text == "<repr failed>"
    assert same(loads(dumps(Stranger())), loads(dumps(Stranger())))
    assert not same(Opaque("A", "x"), Opaque("B", "x"))
    assert not same(Opaque("A", "x"), "x")


def test_an_opaque_value_that_was_read_is_written_as_it_came():
    text = dumps([Mute(), {Stranger: 1}])
    assert dumps(loads(text)) == text


# --- too deep, too large, cyclic -----------------------------------------------------------------------------------------------


def _nest(wrap, depth):
    value = 0
    for _ in range(depth):
        value = wrap(value)
    return value


@pytest.mark.parametrize(
    "wrap", [lambda v: [v], lambda v: (v,), lambda v: {0: v}, lambda v: frozenset({v})], ids=["list", "tuple", "dict", "set"]
)
def test_depth_is_bounded_in_both_directions(wrap):
    deep = _nest(wrap, MAX_DEPTH)
    assert same(loads(dumps(deep)), deep)
    for depth in (MAX_DEPTH + 1, 5 * MAX_DEPTH):
        with pytest.raises(ValueFormatError):
            dumps(_nest(wrap, depth))


def test_cycles_and_values_that_unfold_without_end_are_refused():
    loop: list = []
    loop.append(loop)
    ring: dict = {}
    ring["a"] = (ring,)
    for value in (loop, ring, _nest(lambda v: [v, v], 60), [0] * (MAX_NODES + 1)):
        with pytest.raises(ValueFormatError):
            dumps(value)


# --- hostile text --------------------------------------------------------------------------------------------------------------

TAGS = ["n", "f", "t", "d", "s", "z", "b", "a", "c", "r", "q", "m", "o", "D", "F", "dt", "date", "time", "td"]
bodies = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 5), st.floats(), st.text(max_size=6),
        st.sampled_from(["0x", "-0x1_0", "nan", "sNaN", "-1:2:3", "1:2", "9999999999:0:0", "2020-13-01", "1/0", "1/3", "Counter", "AA==", "A", "é"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(TAGS), inner, min_size=1, max_size=1),
    max_leaves=8,
)  # fmt: skip


def _loads_or_refuses(text):
    try:
        value = loads(text)
    except ValueFormatError:
        return None
    same(value, value)
    same_unordered(value, value)
    return value


@PROFILE
@given(st.one_of(st.text(max_size=40), st.binary(max_size=40)))
@example("[" * 100_000)
@example('{"t":' * 100_000)
@example("9" * 5000)
@example("1e999")
@example("NaN")
@example("\ud800")
@example(b"\xff\xfe[")
def test_arbitrary_text_raises_one_exception_only(text):
    _loads_or_refuses(text)


@settings(PROFILE, max_examples=400)
@given(st.sampled_from(TAGS), bodies)
def test_text_with_our_tags_raises_one_exception_only(tag, body):
    _loads_or_refuses(json.dumps({tag: body}))


@pytest.mark.parametrize(
    "text",
    [
        "", "nul", "NaN", "Infinity", "[1,", '{"x":1}', "{}", '{"t":[],"s":[]}', '{"t":1}', '{"n":"12"}', '{"n":5}', '{"f":"1.5"}', '{"f":"Infinity"}',
        '{"b":"*"}', '{"b":[]}', '{"c":[1,2]}', '{"c":[1.0]}', '{"r":[1,2,0]}', '{"r":[1.0]}', '{"r":[]}', '{"s":[[]]}', '{"d":[[1]]}', '{"d":[[[],1]]}',
        '{"m":["list",[]]}', '{"m":["Counter",1]}', '{"m":[[],[]]}', '{"o":[1,2]}', '{"o":["a"]}', '{"D":"x"}', '{"F":"1/0"}', '{"date":"2020-02-30"}',
        '{"td":"1:2"}', '{"td":"99999999999:0:0"}', '{"s":[{"D":"sNaN"}]}', '{"s":[{"t":[[]]}]}', "[" * 150 + "]" * 150, "\ud800", "9" * 5000,
    ],
    ids=range(38),
)  # fmt: skip
def test_text_that_dumps_never_writes_is_refused(text):
    with pytest.raises(ValueFormatError):
        loads(text)


def test_short_hostile_text_does_not_cost_unbounded_time():
    # In a process of its own, with a limit: ten to the power a billion would not end.
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (3, 3)); resource.setrlimit(resource.RLIMIT_AS, (400 << 20,) * 2)\n"
        "from evol.values import *\n"
        'for text in (\'{"F":"1e999999999"}\', \'{"F":"1e-999999999"}\', \'{"D":"1e999999999"}\', \'{"s":[{"D":"1e999999999"}]}\'):\n'
        "    try:\n        same(loads(text), loads(text))\n    except ValueFormatError:\n        pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr[-300:]


# --- comparing -----------------------------------------------------------------------------------------------------------------

DISTINCT = [
    None, 0, False, 0.0, 0j, "", b"", bytearray(), [], (), deque(), {}, OrderedDict(), Counter(), set(), frozenset(), range(0), Decimal(0),
    Fraction(0), timedelta(0), 1, True, 1.0, 1 + 0j, "1", b"1", Decimal(1), Fraction(1), [1], [True], [1.0], (1,), {1}, {True}, {1.0}, {1: 1},
    {True: 1}, {1: True}, {1: 1.0}, date(2020, 1, 1), datetime(2020, 1, 1), time(0), NAN, math.inf, [NAN], Opaque("int", "1"),
]  # fmt: skip


@pytest.mark.parametrize("left", range(len(DISTINCT)), ids=lambda i: repr(DISTINCT[i]))
def test_values_of_different_types_are_never_the_same(left):
    matches = [right for right, value in enumerate(DISTINCT) if same(DISTINCT[left], value)]
    assert matches == [left]


@PROFILE
@given(anything, anything)
def test_same_is_reflexive_and_symmetric(left, right):
    assert same(left, left) and same(right, right)
    assert same(left, right) == same(right, left)
    assert close(left, left, 0, 0) and close(left, right, 1e-9, 0) == close(right, left, 1e-9, 0)
    assert not same(left, right) or close(left, right, 0, 0)


@pytest.mark.parametrize(
    "value", [NAN, Decimal("NaN"), Decimal("sNaN"), complex(NAN, 1), [NAN], {NAN}, {NAN: 1}, {NAN: 1, float("nan"): 2}, {Decimal("NaN")}],
    ids=["float", "Decimal", "sNaN", "complex", "list", "set", "key", "two keys", "set of Decimal"],
)  # fmt: skip
def test_a_value_with_nan_in_it_is_the_same_as_itself_read_back(value):
    again = loads(dumps(value))
    assert same(value, value) is True
    assert same(value, again) is True and same(again, value) is True


@pytest.mark.parametrize(
    "wrap", [lambda v: v, lambda v: [v], lambda v: {v}, lambda v: {v: 1}], ids=["bare", "list", "set", "key"]
)
@pytest.mark.parametrize(("left", "right"), [(0.0, -0.0), (Decimal("1.0"), Decimal("1.00"))], ids=str)
def test_equal_values_written_differently_are_the_same_at_any_place(left, right, wrap):
    assert same(wrap(left), wrap(right))
    assert same_unordered([wrap(left)], [wrap(right)])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([1, 2, 2], [2, 1, 2], True), ([1, 2, 2], [1, 1, 2], False), ((1, 2), (2, 1), True), ([1, 2], (1, 2), False), ([1], [True], False),
        ([[1, 2]], [[2, 1]], False), ("ab", "ba", False), ([{1: 2, 3: 4}, 0], [0, {3: 4, 1: 2}], True), ([{1}, NAN], [NAN, {1}], True), ({1: [1, 2]}, {1: [2, 1]}, False),
    ],
)  # fmt: skip
def test_unordered(left, right, expected):
    assert same_unordered(left, right) is expected
    assert same_unordered(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (0.1 + 0.2, 0.3, True), (1, 1.0, True), (True, 1.0, False), ("1", 1, False), (1.0, 1.1, False), ([1.0, {"a": 1 + 1e-12}], [1, {"a": 1}], True),
        (10**400, 1.0, False), (10**400, 10**400, True), (10**400, math.inf, False), (NAN, NAN, True), (math.inf, math.inf, True),
        (math.inf, -math.inf, False), (NAN, 1.0, False), (1 + 1e-12j, 1 + 0j, True), ([1.0], [1.0, 2.0], False), ({1: 1.0}, {2: 1.0}, False),
    ],
)  # fmt: skip
def test_close(left, right, expected):
    assert close(left, right, 1e-9, 1e-9) is expected
    assert close(right, left, 1e-9, 1e-9) is expected


def test_dict_order_is_free():
    assert same({"a": 1, "b": [2]}, {"b": [2], "a": 1})
    assert not same({"a": 1, "b": 2}, {"a": 1, "c": 2})
