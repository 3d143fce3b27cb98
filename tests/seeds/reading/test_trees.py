"""The two parsers: what they read, where they say it stands, and their agreement with the libraries everybody knows."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seeds.reading.json_tree import parse_json
from seeds.reading.trees import Growing, Malformed, Mapping, Page, Path, Sequence, written
from seeds.reading.yaml_tree import parse_yaml
from seeds.records import Unquoted

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=20,
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"))
TEXTS = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(WORDS.filter(lambda key: key != "<<"), inner, max_size=5)
    ),
    max_leaves=15,
)


def no_complaint(path: Path, at: int, message: str, hint: str | None) -> None:
    raise AssertionError(f"{written(path)} at {at}: {message} ({hint})")


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    read = parse_json(text, no_complaint)
    assert read == value


@given(st.text(alphabet='{}[]",:\\u0019.eE+-truefalsnl \n\x00é'))
def test_json_is_refused_wherever_the_standard_library_refuses_it(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda word: pytest.fail(word))
    except (ValueError, pytest.fail.Exception):
        with pytest.raises(Malformed):
            parse_json(text, lambda *_: None)
    else:
        heard: list[str] = []
        read = parse_json(text, lambda path, at, message, hint: heard.append(f"{path}{at}{message}{hint}"))
        assert read == expected or heard


@given(TEXTS)
def test_yaml_texts_are_read_as_they_were_written(value: object) -> None:
    dumped = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"')
    assert parse_yaml(dumped, no_complaint) == value


@pytest.mark.parametrize(
    ("written_as", "read"),
    [
        ("no", "no"),
        ("2023-03-15", "2023-03-15"),
        ("012", "012"),
        ("1e3", "1e3"),
        ("true", "true"),
        ("12:30", "12:30"),
        ("~", None),
        ("null", None),
        ("", None),
        ('""', ""),
        ("'null'", "null"),
        ("|-\n  a\n  b", "a\nb"),
        (">-\n  a\n  b", "a b"),
        ("'🇦🇲 #NK'", "🇦🇲 #NK"),
        ("🇦🇲 # NK", "🇦🇲"),
        ('"\\U0001F1E6"', "🇦"),
    ],
)
def test_yaml_scalars_are_texts_or_nothing(written_as: str, read: str | None) -> None:
    root = parse_yaml(f"a: {written_as}\n", no_complaint)
    assert root == {"a": read}


@pytest.mark.parametrize("text", ["a: Peace talks #NKpeace today\n", "a: #NKpeace\n", "a:\n- x #Արցախ\n"])
def test_a_hashtag_that_yaml_takes_for_a_remark_is_refused(text: str) -> None:
    heard: list[tuple[str, int]] = []
    parse_yaml(text, lambda _, at, message, __: heard.append((message, at)))
    tag = text[text.index("#") :].rstrip()
    assert heard == [(f"`{tag}` is a remark here, not part of the text", text.index("#"))]


def test_remarks_on_lines_of_their_own_or_after_a_blank_are_remarks() -> None:
    assert parse_yaml("#a: b\na: x # y\n#b\nc: 'd' #e\n", no_complaint) == {"a": "x", "c": "d"}


def test_only_unquoted_yaml_scalars_are_marked_as_such() -> None:
    root = parse_yaml("[1, '1', \"1\"]", no_complaint)
    assert isinstance(root, Sequence)
    assert [type(item) is Unquoted for item in root] == [True, False, False]


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_json, '{"é🇦🇲": [\r\n {"b": 1},\n  "c"]}'),
        (parse_yaml, 'é🇦🇲: [\r\n {"b": 1},\n  "c"]'),
        (parse_yaml, '"é🇦🇲":\r\n- {b: 1}\n- "c"'),
    ],
    ids=["json", "flow", "block"],
)
def test_places_are_lines_and_columns_in_code_points(parse: type, text: str) -> None:
    page = Page("f", text)
    page.root = parse_json(text, no_complaint) if parse is parse_json else parse_yaml(text, no_complaint)
    root = page.root
    assert isinstance(root, Mapping)
    for path in (("é🇦🇲", 0), ("é🇦🇲", 1)):
        line, column = page.position(path)
        quoted = text.replace("\r\n", "\n").split("\n")[line - 1][column - 1 :]
        assert quoted.startswith('"c"' if path[1] else "{")
    key = page.fault(("é🇦🇲",), "x", at_key=True)
    assert (key.line, key.column) == (1, text.index("é") + (text[0] == "é"))


def test_a_path_that_leads_nowhere_ends_at_the_nearest_place_above() -> None:
    page = Page("f", '{"a": {"b": 1}}')
    page.root = parse_json(page.text, no_complaint)
    assert page.position(("a", "x", 3)) == (1, 7)
    assert page.position(("z",)) == (1, 1)


@pytest.mark.parametrize("parse", [parse_json, parse_yaml])
def test_a_field_written_twice_keeps_its_first_value(parse: type) -> None:
    heard: list[tuple[str, int]] = []
    text = '{"a": [{"b": 1, "c": 2, "b": 3}]}'
    root = (parse_json if parse is parse_json else parse_yaml)(
        text, lambda path, at, *_: heard.append((written(path), at))
    )
    assert heard == [("a[0].b", text.rindex('"b"'))]
    assert isinstance(root, Mapping)
    assert [str(value) for value in root["a"][0].values()] == ["1", "2"]  # type: ignore[index]  # a tree of objects


def test_paths_are_written_as_people_write_them() -> None:
    assert written(("sources", 0, "threads", 2, "text")) == "sources[0].threads[2].text"
    assert written(()) == ""
    assert len(written(("x" * 500, "y"))) == 82


def test_depth_is_bounded_by_the_tree_not_by_the_stack() -> None:
    tree = Growing(no_complaint)
    for depth in range(64):
        tree.enter(Sequence(depth))
    with pytest.raises(Malformed, match="deeper than 64"):
        tree.enter(Sequence(64))


def test_a_long_line_is_quoted_around_the_fault() -> None:
    page = Page("f", "x" * 5000 + "y" + "x" * 5000)
    fault = page.fault_at(5000, (), "m" * 5000)
    assert fault.source_line is not None
    assert len(fault.source_line) == 120
    assert fault.source_line[fault.column - fault.window] == "y"
    assert len(fault.message) < 500
