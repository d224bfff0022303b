#!/usr/bin/env python3
"""Finds like articles with MinHash and locality-sensitive hashing (datasketch), for `sayso-eval reuse --peer`.

usage: sayso-eval reuse --data FILE --peer "python training/reuse_peer.py"

Reads one text per line, as a JSON string, then a line with the number of rounds. Answers with one line of JSON: name, seconds of
processor time of the quickest round from text to pairs, and the pairs whose estimated Jaccard index of five-word runs is at least one half.
"""

import json
import re
import sys
import time

import datasketch

PERMUTATIONS = 256
THRESHOLD = 0.5
WORD = re.compile(r"[^\W_]+")


def pairs(texts: list[str]) -> list[tuple[int, int]]:
    runs = []
    for text in texts:
        words = WORD.findall(text.lower())
        runs.append([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
    sketches = datasketch.MinHash.bulk(runs, num_perm=PERMUTATIONS)
    index = datasketch.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found = []
    for number, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= THRESHOLD:
                found.append((other, number))
        index.insert(number, sketch)
    return found


def main() -> None:
    lines = sys.stdin.read().split("\n")
    texts = [json.loads(line) for line in lines[:-2]]
    best, found = float("inf"), []
    for _ in range(int(lines[-2])):
        began = time.process_time()
        found = pairs(texts)
        best = min(best, time.process_time() - began)
    name = f"datasketch {datasketch.__version__}, {PERMUTATIONS} permutations"
    print(json.dumps({"name": name, "seconds": best, "pairs": found}), flush=True)


if __name__ == "__main__":
    main()
