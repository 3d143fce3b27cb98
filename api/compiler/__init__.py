"""The mill: from a selection to one SQL statement whose result is the finished JSON. It knows no domain."""
