#!/usr/bin/env python3
"""Runs the reader's model in onnxruntime on windows that `sayso-eval speed --peer` sends, as fast as it can, and says how long it took.

usage: sayso-eval speed --data DIR --peer "python training/peer.py models/attribution.onnx"

Reads one window per line, {"ids": […], "shapes": […]} without [CLS] and [SEP], up to an empty line. Then, for each further line, runs
all windows in each way of using the processor's cores and answers with one line of JSON: seconds by way.
"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

import numpy as np
import onnxruntime

FIRST, LAST = 101, 102
# Most windows in one run, all of one length, in the way that batches them.
BATCH = 8
CORES = len(os.sched_getaffinity(0))


def session(path: str, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def feed(windows: list[dict]) -> dict[str, np.ndarray]:
    """The model's inputs for windows of one length, [batch, piece]."""
    framed = lambda values, first, last: [first, *values, last]
    rows = {"ids": [framed(w["ids"], FIRST, LAST) for w in windows], "shapes": [framed(w["shapes"], 0, 0) for w in windows]}
    return {name: np.array(values, np.int32) for name, values in rows.items()}


def main() -> None:
    windows = [json.loads(line) for line in iter(sys.stdin.readline, "\n")]
    alone = [feed([window]) for window in windows]
    size = lambda window: len(window["ids"])
    alike = [list(group) for _, group in groupby(sorted(windows, key=size), size)]
    batches = [feed(group[i : i + BATCH]) for group in alike for i in range(0, len(group), BATCH)]
    wide, narrow = session(sys.argv[1], CORES), session(sys.argv[1], 1)
    pool = ThreadPoolExecutor(CORES)
    ways = {
        "one window at a time on all cores": lambda: [wide.run(None, each) for each in alone],
        "one window per core": lambda: list(pool.map(lambda each: narrow.run(None, each), alone)),
        "batches of one length on all cores": lambda: [wide.run(None, each) for each in batches],
    }
    print(json.dumps({"runtime": "onnxruntime " + onnxruntime.__version__, "cores": CORES}), flush=True)
    for _ in sys.stdin:
        seconds = {}
        for name, run in ways.items():
            began = time.perf_counter()
            run()
            seconds[name] = time.perf_counter() - began
        print(json.dumps(seconds), flush=True)


if __name__ == "__main__":
    main()
