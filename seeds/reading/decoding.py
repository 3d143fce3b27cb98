"""Bytes to text: UTF-8 enters, a byte order mark before it or not; text without the mark leaves, or a fault."""

import codecs

from api.errors import Fault
from seeds.reading.trees import Page

_OTHER_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


class Undecodable(Exception):  # noqa: N818 (it is caught next door, never shown)
    """The bytes are not UTF-8; `fault` says where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def decode(data: bytes, file: str, first_line: int = 1) -> str:
    """The text. Raises `Undecodable` at the first byte that is not UTF-8."""
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode() if first_line == 1 else data.decode()
    except UnicodeDecodeError as error:
        data = error.object
        other = next((name for mark, name in _OTHER_MARKS if data.startswith(mark)), None)
        message = f"is {other}, not UTF-8" if other else f"holds a byte that is not UTF-8, 0x{data[error.start]:02x}"
        start = data.rfind(b"\n", 0, error.start) + 1
        end = data.find(b"\n", error.start)
        quoted = data[start : end if end >= 0 else len(data)]
        line = first_line + data.count(b"\n", 0, error.start)
        page = Page(file, quoted.decode("utf-8", "replace"), line)
        column = len(data[start : error.start].decode("utf-8", "replace"))
        raise Undecodable(page.fault_at(column, (), message, "save the file as UTF-8")) from error
