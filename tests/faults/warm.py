"""Starts `parley` commands at once: a program that has loaded everything and forks for each order.

Orders come as JSON, one a line. `{"words": [...], "folder": ..., "environment": {...}, "output": ..., "many": ...}` is
answered with `{"pid": ...}`; that process waits for `{"go": pid}` and then is the command. `{"wait": pid}` is answered
at its end with `{"code": ..., "milliseconds": ...}`: its exit code, or the negative number of the signal that ended it,
and the processor time it took. Only loading is shared: every command opens, reads and ends by itself like one from a
shell. `many` is from how many posts on a reload makes the indexes of posts anew.
"""

import ctypes
import json
import os
import sys
from importlib import import_module

from api.__main__ import main
from seeds.loading import applying

LOADED = (
    "api.cli",
    "api.commands.plans",
    "api.commands.progressing",
    "api.database.migrating",
    "seeds.loading.glancing_far",
    "seeds.loading.reloading",
)
"""All that a reload needs, loaded before the fork."""

PR_SET_PTRACER, ANY = 0x59616D61, -1


def serve() -> None:
    """Take orders until there are no more; a forked process leaves the loop and becomes a command."""
    for name in LOADED:
        import_module(name)
    gates: dict[int, int] = {}
    while line := sys.stdin.readline():
        order = json.loads(line)
        if "go" in order:
            os.write(gates.pop(order["go"]), b"!")
        elif "wait" in order:
            _, status, used = os.wait4(order["wait"], 0)
            answer(code=os.waitstatus_to_exitcode(status), milliseconds=round(1000 * (used.ru_utime + used.ru_stime)))
        else:
            waiting, gate = os.pipe()
            pid = os.fork()
            if pid == 0:
                become(order, waiting)
                return
            os.close(waiting)
            gates[pid] = gate
            answer(pid=pid)


def answer(**members: int) -> None:
    """Answer an order."""
    sys.stdout.write(f"{json.dumps(members)}\n")
    sys.stdout.flush()


def become(order: dict[str, object], waiting: int) -> None:
    """Wait for the word, then be a command as a shell would start it. It ends by SystemExit, as the command does."""
    os.setpgid(0, 0)
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY, 0, 0, 0)  # whoever may trace at all may trace us
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    written = os.open(str(order["output"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(written, 1)
    os.dup2(written, 2)
    os.chdir(str(order["folder"]))
    environment = order["environment"]
    assert isinstance(environment, dict)
    os.environ.update(environment)
    applying.MANY = int(str(order["many"]))
    words = order["words"]
    assert isinstance(words, list)
    sys.argv = ["parley", *words]
    os.read(waiting, 1)
    main()


if __name__ == "__main__":
    serve()
