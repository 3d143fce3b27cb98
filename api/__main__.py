"""Where the command `parley` (or `python -m api`) begins: words in, data on standard output and an exit code out.

A reload while another one runs is refused here, before the half second that loading the command line alone takes.
"""

import sys
from contextlib import suppress
from io import TextIOWrapper

from api.commands.speaking import confess
from api.errors import ParleyError

RELOAD = ["seed", "reload"]
INTERRUPTED = 130
"""128 and the number of SIGINT, as a shell tells it."""


def main() -> None:
    """Run the command line. Errors of ours are told in a sentence; any other keeps its traceback, for it is a bug."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale: data is UTF-8
    reloads = sys.argv[1:3] == RELOAD and "--help" not in sys.argv
    try:
        if reloads:
            glance()
        from api.cli import app

        app(prog_name="parley")
    except ParleyError as error:
        sys.exit(confess(error))
    except KeyboardInterrupt:  # while the command line was loading; from then on it ends by itself, in the same way
        sys.exit(INTERRUPTED)
    finally:
        if reloads:
            forgo()


def glance() -> None:
    """Raise `ReloadBusy` while another reload is seen at a glance, or keep the lock until the reload takes its own."""
    from seeds.loading import glancing

    url = glancing.address()
    if not glancing.glance_at_file(url):
        with suppress(ImportError):
            from seeds.loading.glancing_far import glance_at_server

            glance_at_server(url)


def forgo() -> None:
    """Give the lock back where no reload came to take it."""
    from seeds.loading.holders import let_go

    let_go()


if __name__ == "__main__":
    main()
