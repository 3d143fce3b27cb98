"""Random valid documents of our schema, the same for the same seed, steered towards what the test corpus holds."""

from documents.generating import CursorAt, Document, Walk, documents
from documents.material import Material, stored
from documents.tracking import Tracker

__all__ = ["CursorAt", "Document", "Material", "Tracker", "Walk", "documents", "stored"]
