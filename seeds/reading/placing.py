"""From complaints to faults: the records that complaints speak of are looked up in their files, with line and caret."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from api.errors import Fault
from seeds.reading.collecting import SeedPath
from seeds.reading.crossing import Complaint
from seeds.reading.faults import Faults
from seeds.reading.flattening import Draft
from seeds.reading.streaming import SeedStream
from seeds.reading.trees import Path


def _path_in(draft: Draft, path: Path) -> Path:
    """The complaint's path in the draft: of a list of places it names the key, not the index."""
    if len(path) == 2 and path[0] in ("places", "parents"):
        items = draft.fields.get(str(path[0]))
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and item.get("place") == path[1]:
                return (path[0], index, "place")
    return path[:1]


def _message(complaint: Complaint, files: Sequence[SeedPath]) -> str:
    if complaint.about is None:
        return complaint.message
    other = complaint.about
    return f"{complaint.message}; the first is at {files[other.file].file}:{other.line}:{other.column}"


def _place_in_file(seed: SeedPath, complaints: list[Complaint], files: Sequence[SeedPath], faults: Faults) -> None:
    wanted: defaultdict[tuple[int, int], list[Complaint]] = defaultdict(list)
    for complaint in complaints:
        wanted[complaint.spot.line, complaint.spot.column].append(complaint)
    stream = SeedStream(seed)
    for draft in stream.drafts():
        for complaint in wanted.pop(_found(stream, draft, wanted), ()):
            path = _path_in(draft, complaint.path)
            named = f"{_message(complaint, files)}{_named(draft, complaint)}"
            faults.add(stream.fault((*draft.path, *path), named, complaint.hint))
    for left in (complaint for group in wanted.values() for complaint in group):
        spot = left.spot
        faults.add(Fault(seed.file, spot.line, spot.column, "", _message(left, files), left.hint))


def _found(stream: SeedStream, draft: Draft, wanted: Iterable[tuple[int, int]]) -> tuple[int, int]:
    return stream.position(draft.path) if wanted else (0, 0)


def _named(draft: Draft, complaint: Complaint) -> str:
    key = draft.fields.get("key")
    return f" (`{key}`)" if complaint.about is not None and isinstance(key, str) else ""


def place(complaints: Iterable[Complaint], files: Sequence[SeedPath], faults: Faults) -> None:
    """Add a fault for each complaint, file by file in their order."""
    by_file: defaultdict[int, list[Complaint]] = defaultdict(list)
    for complaint in complaints:
        if sum(map(len, by_file.values())) < 1000:
            by_file[complaint.spot.file].append(complaint)
        else:
            faults.count(1)
    for number in sorted(by_file):
        _place_in_file(files[number], by_file[number], files, faults)
