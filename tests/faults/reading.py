"""Asks one question again and again: `python -m faults.reading URL PAUSE`, until its input ends.

The question is one statement that counts, lists and sums over many tables. It prints each answer once, with the slowest
and the number of all: `{"answers": [...], "errors": [...], "asked": ..., "slowest": ...}`, in seconds.
"""

import json
import select
import sys
import time
from typing import TypedDict

from api.database import opened
from api.endpoints.mill import Mill
from api.schema import build
from api.settings import Settings

QUESTION = """
{
  dataset { name revision { number digest } counts { type count } }
  all: posts {
    totalCount
    facets(fields: [HASHTAG, PLACE, MENTION], size: 50) { field distinct values { value count } }
  }
  a: posts(where: {hashtags: {any: ["EditionA"]}}) { totalCount }
  b: posts(where: {hashtags: {any: ["EditionB"]}}) { totalCount }
  hashtags(first: 20) {
    totalCount
    nodes { name postCount threadCount posts { totalCount } variants { spelling postCount } }
  }
  sources(first: 10) { nodes { title coverage { visible } threads { totalCount } } }
  threads(first: 50, orderBy: [{by: RANK}]) {
    nodes { key title rank coverage { visible } posts(first: 3) { nodes { key text mentions { spelling } } } }
  }
}
"""


class Watched(TypedDict):
    """What one reader saw."""

    answers: list[str]
    errors: list[str]
    asked: int
    slowest: float


def watch(url: str, pause: float) -> Watched:
    """Ask until standard input ends, as a server would, with a pause (in seconds) before each question."""
    seen = Watched(answers=[], errors=[], asked=0, slowest=0.0)
    known: set[bytes] = set()
    settings = Settings()
    with opened(url, settings) as engine:
        mill = Mill(build(), engine, settings)
        mill.answer(QUESTION)
        say("ready")
        while not select.select([sys.stdin], [], [], 0)[0]:
            time.sleep(pause)
            began = time.perf_counter()
            try:
                answer = mill.answer(QUESTION)
            except Exception as error:  # whatever a reader meets is what we are looking for
                seen["errors"].append(repr(error))
                continue
            seen["slowest"] = max(seen["slowest"], time.perf_counter() - began)
            seen["asked"] += 1
            if answer not in known:
                known.add(answer)
                seen["answers"].append(answer.decode())
    return seen


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    say(json.dumps(watch(sys.argv[1], float(sys.argv[2]))))
