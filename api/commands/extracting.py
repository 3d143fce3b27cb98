"""`parley seed entities`: what a reload would find in a text, without a database.

Offsets count code points of the text exactly as it was given, half-open.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from api.commands.formats import Format, Written
from api.commands.speaking import data
from api.errors import InvalidArgument

if TYPE_CHECKING:
    from seeds.extraction.entities import EntitiesJSON

Find = Callable[[str], "EntitiesJSON"]


def entities(
    file: Annotated[str, typer.Argument(help="A text in UTF-8; - reads it.")] = "-",
    format: Written = Format.TEXT,  # noqa: A002 (the option's name)
    ndjson: Annotated[
        bool,
        typer.Option(
            "--ndjson",
            help="Each line in is a JSON string, each line out its answer in JSON; an `error` where it is none.",
        ),
    ] = False,
) -> None:
    """Show which hashtags, mentions, links and places a text names, by the bundled gazetteer; nothing is stored."""
    import orjson

    find = finder()
    with opened(file) as stream:
        if ndjson:
            answer_lines(stream, find, file)
            return
        found = find(decoded(stream.read(), file))
    if format is Format.JSON:
        data(orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())
    else:
        data("".join(f"{line}\n" for line in lines(found)))


def answer_lines(stream: BinaryIO, find: Find, name: str) -> None:
    """Answer every line; in the end `InvalidArgument` names the first that is no JSON string, and counts these."""
    first, faults = "", 0
    for number, (answer, fault) in enumerate(answers(stream, find), 1):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()  # whoever feeds us line by line waits for it
        if fault:
            first, faults = first or f"{name}:{number}: {fault}", faults + 1
    if faults:
        raise InvalidArgument(first if faults == 1 else f"{first} (and {faults - 1:,} lines more)")


def finder() -> Find:
    """Make the function that finds; it knows the bundled gazetteer."""
    from seeds.extraction.entities import as_json, extract
    from seeds.extraction.gazetteer import Gazetteer
    from seeds.loading.making import gazetteer_places
    from seeds.reading import bundled_places
    from seeds.records import PlaceRecord

    records = (located.record for located in bundled_places())
    gazetteer = Gazetteer(gazetteer_places(place for place in records if isinstance(place, PlaceRecord)))
    return lambda text: as_json(extract(text, gazetteer))


def answers(stream: BinaryIO, find: Find) -> Iterator[tuple[bytes, str | None]]:
    """Answer line by line, so that the n-th answer is that of the n-th line; beside it what is wrong with that line."""
    import orjson

    for line in stream:
        text, fault = read(line)
        found = {"error": fault} if fault else find(text)
        yield orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE), fault


def read(line: bytes) -> tuple[str, str | None]:
    """Read a JSON string, or say why it is none."""
    import orjson

    try:
        text = orjson.loads(line)
    except orjson.JSONDecodeError as fault:
        return "", f"this is not JSON: {fault.msg}"
    return (text, None) if isinstance(text, str) else ("", 'a JSON string is wanted, such as "Hello from Yerevan"')


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input; `InvalidArgument` says why it cannot be read."""
    try:
        if file == "-":
            yield sys.stdin.buffer
        else:
            with Path(file).open("rb") as stream:
                yield stream
    except OSError as fault:
        if fault.filename is None:  # not ours: standard output was closed, say
            raise
        raise InvalidArgument(f"{file}: {fault.strerror}") from fault


def decoded(content: bytes, name: str) -> str:
    """Decode UTF-8; `InvalidArgument` names the line that is not."""
    try:
        return content.decode()
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise InvalidArgument(f"{name}:{line}: this is not UTF-8 text") from fault


def lines(found: "EntitiesJSON") -> Iterator[str]:
    """Write one line an entity: `12-19 place yerevan: Yerevan (LOCATION, 0.9)`."""
    for kind, sign in (("hashtags", "#"), ("mentions", "@"), ("links", "")):
        for one in found[kind]:  # type: ignore[literal-required]  # three of its keys, all of one type
            yield f"{one['start']}-{one['end']} {kind[:-1]}: {sign}{one['text']}"
    for place in found["places"]:
        yield (
            f"{place['start']}-{place['end']} place {place['place']}: {place['toponym']}"
            f" ({place['role']}, {place['confidence']})"
        )
