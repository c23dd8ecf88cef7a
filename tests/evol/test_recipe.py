"""recipe: what loads, what overrides do, what the fingerprint sees, and that every mistake is one line that says what to do."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from evol.errors import UserError
from evol.recipe import Recipe, load, parse

ROOT = Path(__file__).parents[2]
MINIMAL = "methods: [fuzz]\n"


@pytest.fixture
def write(tmp_path):
    def make(text, name="some.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return str(path)

    return make


# --- loading -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((ROOT / "recipes").glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_recipes_begin_with_the_command_that_runs_them(path):
    assert path.read_text(encoding="utf-8").startswith("# make ")


def test_defaults(write):
    recipe = load(write(MINIMAL))
    assert (recipe.name, recipe.methods, recipe.engine, recipe.filters) == (
        "some",
        {"fuzz": 1.0},
        "program",
        ["verify", "dedup"],
    )
    assert (recipe.rounds, recipe.seed, recipe.workers, recipe.address) == (2, 0, 0, "")
    assert [source.source for source in recipe.seeds] == ["shipped"]
    assert recipe.target.candidates == 15 * recipe.target.accepted
    assert recipe.folder == Path("runs/some")


def test_everything_can_be_said(write):
    recipe = load(
        write(
            "name: x\nmethods: {fuzz: 2, compose: 0.5}\nengine: replay\nfilters: [verify]\nrounds: 3\nseed: -4\nworkers: 2\nruns: elsewhere\n"
            "target: {accepted: 7, max_candidates: 50}\nseeds: [{source: file, path: a.jsonl, columns: {prompt: text}, licence: MIT, limit: 3}]\n"
        )
    )
    assert (recipe.methods, recipe.target.candidates, recipe.folder) == (
        {"fuzz": 2.0, "compose": 0.5},
        50,
        Path("elsewhere/x"),
    )
    assert recipe.seeds[0].columns == {"prompt": "text"} and recipe.seeds[0].limit == 3


def test_a_recipe_is_frozen(write):
    recipe = load(write(MINIMAL))
    with pytest.raises(ValidationError):
        recipe.rounds = 5
    with pytest.raises(ValidationError):
        recipe.target.accepted = 5


@pytest.mark.parametrize(
    ("override", "read"),
    [
        ("rounds=5", lambda r: r.rounds == 5), ("target.accepted=9", lambda r: r.target.accepted == 9), ("methods={edge_case: 2}", lambda r: r.methods == {"edge_case": 2.0}),
        ("methods.compose=3", lambda r: r.methods == {"fuzz": 1.0, "compose": 3.0}), ("filters=[verify]", lambda r: r.filters == ["verify"]),
        ("name=other", lambda r: r.name == "other"), ("--seed=7", lambda r: r.seed == 7), (" seed = 7", lambda r: r.seed == 7), ("address=", None),
        ("address=ray://host:1", lambda r: r.address == "ray://host:1"), ("runs=/tmp/a=b", lambda r: r.runs == "/tmp/a=b"),
        ("seeds=[{source: shipped, limit: 2}]", lambda r: r.seeds[0].limit == 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_overrides(override, read, write):
    path = write("methods: {fuzz: 1}\nrounds: 1\n")
    if read is None:  # an empty value is YAML's null, which an address cannot be
        with pytest.raises(UserError, match="address"):
            load(path, [override])
    else:
        assert read(load(path, [override]))


def test_the_last_override_wins(write):
    assert load(write(MINIMAL), ["rounds=3", "target.accepted=5", "rounds=4", "target.accepted=6"]).rounds == 4


# --- fingerprint ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("override", ["workers=7", "address=ray://x:1", "runs=/elsewhere"])
def test_the_machines_own_keys_do_not_shape_the_run(override, write):
    path = write(MINIMAL)
    assert load(path, [override]).fingerprint() == load(path).fingerprint()
    assert override.split("=")[0] not in load(path).shaping()


@pytest.mark.parametrize(
    "override",
    ["seed=1", "rounds=3", "name=y", "engine=replay", "filters=[verify]", "methods={fuzz: 2}", "methods={compose: 1, fuzz: 1}", "target.accepted=3",
     "target.max_candidates=3", "seeds=[{source: shipped, limit: 1}]", "seeds=[{}, {}]"],
)  # fmt: skip
def test_everything_else_does(override, write):
    path = write(MINIMAL)
    assert load(path, [override]).fingerprint() != load(path).fingerprint()


def test_ways_of_writing_do_not_matter(write):
    one = load(write("methods: [fuzz, compose]\nseed: 1\n", "a.yaml"), ["name=n"])
    two = load(write("# c\nseed: 0x1\nmethods: {fuzz: 1, compose: 1.0}\nname: n\nrounds: 2\n", "b.yaml"))
    assert one.fingerprint() == two.fingerprint() and len(one.fingerprint()) == 64


# --- mistakes ------------------------------------------------------------------------------------------------------------------

BAD = [
    ("", "mapping"), ("[1]", "mapping"), ("just text", "mapping"), ("a: [", "not YAML"), ("a: \x00", "not YAML"), (b"\xff\xfe\x00", "cannot read"), ("!!python/object:os.system x", "not YAML"),
    ("? {a: 1}\n: 2", "not YAML"), ("seed: 2020-13-45\nmethods: [fuzz]", "not YAML"), ("seed: " + "9" * 5000 + "\nmethods: [fuzz]", "."), ("[" * 5000, "not YAML"),
    ("rounds: 2", "methods is missing"), ("methods: []", "methods"), ("methods: {}", "methods"), ("methods: fuzz", "methods"), ("methods:", "methods"), ("methods: [[1]]", "methods"),
    ("methods: {fuzz: 0}", "weight of fuzz"), ("methods: {fuzz: -1}", "weight of fuzz"), ("methods: {fuzz: .nan}", "weight of fuzz"), ("methods: {fuzz: .inf}", "weight of fuzz"),
    ("methods: {fuzz: x}", "methods.fuzz"), ("methods: {1: 2}", "methods"), ("methods: &m {x: *m}", "methods"), (MINIMAL + "rounds: 0", "rounds"), (MINIMAL + "rounds: 21", "rounds"),
    (MINIMAL + "seeds: []", "seeds"), (MINIMAL + "seeds: {}", "seeds"), (MINIMAL + "seeds: [{source: other}]", "shipped"), (MINIMAL + "seeds: [{limit: -1}]", "limit"),
    (MINIMAL + "target: 5", "target"), (MINIMAL + "target: {accepted: 0}", "accepted"), (MINIMAL + "seed: 1.5", "seed"), (MINIMAL + "workers: -1", "workers"), (MINIMAL + "name: a/b", "name"),
    (MINIMAL + "name: ..", "name"), (MINIMAL + "name: .", "name"), (MINIMAL + "1: 2", "1"), (MINIMAL + '"a\\nb": 2', "unknown key"), (MINIMAL + 'seed: "a\\nb"', "seed"),
    (MINIMAL + "null: 1", "."),
]  # fmt: skip


def one_line(caught):
    text = str(caught.value)
    assert "\n" not in text and text.isprintable() and len(text) < 700
    return text


@pytest.mark.parametrize(("text", "hint"), BAD, ids=[repr(text[:30]) for text, _ in BAD])
def test_a_bad_file_is_one_clear_line(text, hint, write):
    with pytest.raises(UserError, match=hint) as caught:
        load(write(text))
    assert "some.yaml" in one_line(caught)


@pytest.mark.parametrize(
    ("override", "hint"),
    [
        ("rounds", "key=value"), ("=3", "key=value"), ("", "key=value"), ("rounds=[", "rounds"), ("rounds=2020-13-45", "rounds"), ("rounds=" + "9" * 5000, "rounds"), ("rounds=!!python/name:os.x", "rounds"),
        ("rounds.x=1", "rounds"), ("rounds.x.y=1", "rounds"), ("target.acepted=1", "accepted"), ("target.accepted.x=1", "target.accepted"), ("a..b=1", "a"), ("target.=1", "target"),
        ("seed=" + "[" * 5000, "seed"),
    ],
    ids=lambda value: value[:25],
)  # fmt: skip
def test_a_bad_override_is_one_clear_line(override, hint, write):
    with pytest.raises(UserError, match=hint) as caught:
        load(write("methods: [fuzz]\nrounds: 1\n"), [override])
    one_line(caught)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("filers: []", "'filters'"), ("metods: [x]", "'methods'"), ("target: {acepted: 3}", "'accepted'"), ("seeds: [{licens: x}]", "'licence'"), ("target: {max_candidate: 3}", "'max_candidates'")],
)  # fmt: skip
def test_an_unknown_key_names_the_nearest_one(text, nearest, write):
    with pytest.raises(UserError, match="unknown key") as caught:
        load(write(MINIMAL + text))
    assert f"did you mean {nearest}" in one_line(caught)


def test_an_unknown_key_like_no_other_lists_what_is_known(write):
    with pytest.raises(UserError) as caught:
        load(write(MINIMAL + "zzz: 1"))
    assert "did you mean" not in str(caught.value) and all(key in one_line(caught) for key in Recipe.model_fields)


@pytest.mark.parametrize("path", ["no/such.yaml", ".", "/dev/null/x"], ids=repr)
def test_a_path_that_cannot_be_read(path):
    with pytest.raises(UserError) as caught:
        load(path)
    one_line(caught)


def test_parse_says_where():
    with pytest.raises(UserError, match="sweep arm 3: key methods is missing"):
        parse({}, "sweep arm 3")
