"""`./dev bench`: see `command.py`. The modules beside this one are a package of the folder above."""

import sys
from pathlib import Path
from runpy import run_module

sys.path[0] = str(Path(__file__).resolve().parents[1])
run_module("benchmarks.command", run_name="__main__")
