#!/usr/bin/env python3
"""Writes the mean of the weights of several passes or runs that began with the same weights.

usage: average.py --out DIR PASS_DIR…
"""

import argparse
from pathlib import Path

from safetensors.torch import load_file, save_file


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("passes", type=Path, nargs="+")
    given = arguments.parse_args()
    weights = [load_file(folder / "model.safetensors") for folder in given.passes]
    mean = {name: (sum(each[name].float() for each in weights) / len(weights)).contiguous() for name in weights[0]}
    given.out.mkdir(parents=True, exist_ok=True)
    save_file(mean, given.out / "model.safetensors")


if __name__ == "__main__":
    main()
