"""Generated seeds, for load tests: a number of posts and a seed number enter, NDJSON files of exactly so many leave.

The same two numbers give the same bytes on every machine. The words are our own and mean nothing in particular; tags,
accounts and places follow Zipf's law, so that a few are in everyone's mouth and most are rare.
"""

from seeds.generating.writing import POSTS_IN_A_FILE, Generated, generate

__all__ = ["POSTS_IN_A_FILE", "Generated", "generate"]
