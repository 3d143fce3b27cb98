"""Proofs that a reload is safe, whatever happens to it: `python tests/faults --help` runs them at length.

`material` makes two editions of a dataset; `warm` and `warming` start commands quickly; `states` tells what a database
holds; `injecting`, `killing` and `reading` do the harm and watch.
"""
