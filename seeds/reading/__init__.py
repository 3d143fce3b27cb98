"""Reading seeds: a path enters; located, valid records leave, and every fault with its file, line and column.

    collect(path, faults) -> [SeedPath(path, file)]          the files, sorted; what cannot be one goes to `faults`
    fingerprint(path) -> sha256                              without parsing; raises Unreadable
    read_file(path, file) -> FileReading                     one file, in a worker: .records, .facts, .faults, .sha256
    SeedStream(SeedPath(path, file), faults=None)            the same as a stream of Located; then .sha256, .faults
    Crossing().add(facts) ... cross_check(crossing, seeds, faults, partial=...)   duplicate and dangling keys, circles
    read(path) -> Reading                                    all at once; .records, .faults, .total, .require()
    check(path) -> Checked                                   faults and counts; keeps no records
    bundled_places() -> [Located]                            the gazetteer for seeds without places
    render(faults, total), as_json(faults, total)            for the terminal, for programs

`Located(kind, record, file, line, column)`: the record is one of `seeds.records`, its key, rank and position filled in.
A post of a thread has `thread`, and `source` where the nesting says it; a post without a thread has `source` only.
A fault leaves out the record it is in, and with a record whose key is at fault what hangs on it; never the file.
`facts` are small and stable: keep them for files that are not read again. With `partial` a part
could not be parsed, and what seems to be missing may stand there.
"""

from seeds.reading.checking import (
    BUNDLED,
    Checked,
    FileReading,
    Reading,
    bundled_place_keys,
    bundled_places,
    check,
    cross_check,
    read,
    read_file,
)
from seeds.reading.collecting import SUFFIXES, SeedPath, collect
from seeds.reading.crossing import Crossing
from seeds.reading.facts import Fact, Located, facts_of
from seeds.reading.faults import Faults, as_json, headline, printable, render
from seeds.reading.flattening import Kind
from seeds.reading.opening import MAX_DOCUMENT, MAX_LINE, Unreadable, fingerprint
from seeds.reading.streaming import SeedStream

__all__ = [
    "BUNDLED",
    "MAX_DOCUMENT",
    "MAX_LINE",
    "SUFFIXES",
    "Checked",
    "Crossing",
    "Fact",
    "Faults",
    "FileReading",
    "Kind",
    "Located",
    "Reading",
    "SeedPath",
    "SeedStream",
    "Unreadable",
    "as_json",
    "bundled_place_keys",
    "bundled_places",
    "check",
    "collect",
    "cross_check",
    "facts_of",
    "fingerprint",
    "headline",
    "printable",
    "read",
    "read_file",
    "render",
]
