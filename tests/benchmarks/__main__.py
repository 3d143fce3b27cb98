"""`./dev bench`: see `command.py`; `./dev bench loading`: see `loading.py`. They are a package of the folder above."""

import sys
from pathlib import Path
from runpy import run_module

sys.path[0] = str(Path(__file__).resolve().parents[1])
loading = sys.argv[1:2] == ["loading"]
if loading:
    del sys.argv[1]
run_module("benchmarks.loading" if loading else "benchmarks.command", run_name="__main__")
