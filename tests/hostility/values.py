"""Values for arguments that wanted something else, or that something behind the argument might trip over."""

from typing import Any

TEXTS = (
    *("", " ", "\0", "a\0b", "\ufeff", "\uffff", "\u202e", "\u2028", "\u0345", "ﬁ", "İ", "ß" * 200, "😀", "a" * 3000),
    *("'", '"', '""', "\\", "%", "_", "*", "-", "OR", "(", "{", "'); DROP TABLE posts;--", ":x", "?", "$1", "%(a)s"),
    *("NaN", "1e999", "true", "null", "2023-02-30", "2023-03-15", "-0001-01-01", "10000-01-01", "0000-00-00"),
    *("post_1", "post_-1", "post_²", "post_9223372036854775808", "thread_1", "x.y.z", "d50d3ad5.1", "http://[", "#"),
)

VALUES: tuple[Any, ...] = (  # Any: JSON
    *(None, True, False, 0, -0.0, -1, 1, 1.5, 1e308, 2**31 - 1, 2**31, -(2**31), 2**53, 2**63, 10**30),
    *([], [None], [[]], [[[1]]], [1], ["a", "b"], {}, {"a": 1}, {"\0": "\0"}),
    *({"eq": None}, {"in": []}, {"in": [None]}, {"any": []}, {"any": [None]}, {"none": ["\0"]}, {"contains": "\0"}),
    *({"and": []}, {"or": []}, {"or": [{}]}, {"and": [None]}, {"not": None}, {"not": {"not": {"not": {}}}}),
    *({"by": "RANK"}, [{"by": "RANK"}], [{"by": None}], [{"by": "KEY", "direction": "DESC"}] * 40),
    *({"near": {}}, {"near": {"latitude": 90, "longitude": -180, "kilometres": 0}}, {"within": "armenia"}),
    *({"gte": "2023-01-01", "lte": "0001-01-01"}, {"published": {"gte": "9999-12-31"}}, {"gte": 1e308}),
    *TEXTS,
)

LITERALS = (
    *("null", "[]", "[null]", "[[]]", "{}", "{a: 1}", "-1", "0", "1", "101", "2147483648", "1e9", "1.5", "9" * 50),
    *('""', '"\\u0000"', '"\\uD83D\\uDE00"', '"""\n  a\n"""', "KEY", "[KEY, KEY]", "true", "$nothing"),
)
"""The like, as they stand in a document."""
