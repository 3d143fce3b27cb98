"""Importers: a saved page of text, or a JSON answer of a server, becomes reviewable seed YAML.

What enters is a capture's text; what leaves is a seed of format version 1. No character of a capture is dropped.
"""

from seeds.captures.accounting import Range
from seeds.captures.importing import Imported, import_capture, to_yaml
from seeds.captures.kinds import Kind
from seeds.captures.opening import read_capture

__all__ = ["Imported", "Kind", "Range", "import_capture", "read_capture", "to_yaml"]
