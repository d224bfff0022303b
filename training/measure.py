#!/usr/bin/env python3
"""What the network alone gets right, before the program's decoding and linking: figures to follow a training run by.

usage: measure.py --polnear DIR --gum DIR [--without shapes] MODEL.safetensors…

Prints a line of JSON for each model; `--without shapes` is for a model that was trained so.
"""

import argparse
import json
from pathlib import Path

import torch

from corpus import gum, polnear
from examples import NAMES, ROLES, Labelled, batch, example, labelled
from linking import question_scores
from network import Reader, read_reader
from pieces import tokenizer, windows

BATCH = 32
# Every third news and interview document of GUM is kept from training, so that names and antecedents can be judged.
JUDGED = ("GUM_news_", "GUM_interview_")


def held_out(name: str) -> bool:
    """Whether a document of GUM is kept for judging: the third, sixth, … letter of the name's sum decides, once and for all."""
    return name.startswith(JUDGED) and sum(map(ord, name)) % 3 == 0


def f1(right: int, found: int, wanted: int) -> float:
    return round(200 * right / max(1, found + wanted), 1)


def measure(model: Reader, dev: list[Labelled], judged: list[Labelled]) -> dict:
    """F1 in per cent per piece for roles (dev) and names (judged), and the share of right choices given the true mentions."""
    model.eval()
    counts, hits = {}, {}
    for documents in (dev, judged):
        examples = [example(each, window) for each in documents for window in windows(each.pieces, 254)]
        examples.sort(key=lambda each: len(each.ids))
        for first in range(0, len(examples), BATCH):
            given = batch(examples[first : first + BATCH])
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                tags, names, vectors = model(given.ids, given.shapes, given.mask)
            count(counts, ROLES, tags.float().argmax(-1), given.tags)
            count(counts, NAMES, names.float().argmax(-1), given.names)
            choose(hits, model, vectors.float(), given.examples)
    figures = {name: f1(*counts[name]) for name in (*ROLES, *NAMES) if name in counts}
    return figures | {"choice of " + name: round(100 * right / asked, 1) for name, (right, asked) in hits.items()}


def count(counts: dict, names: tuple, found: torch.Tensor, wanted: torch.Tensor) -> None:
    known = wanted >= 0
    if not known.any():
        return
    for number, name in enumerate(names):
        f, w = ((t == 2 * number + 1) | (t == 2 * number + 2) for t in (found, wanted))
        f &= known
        before = counts.get(name, (0, 0, 0))
        counts[name] = tuple(b + int(x.sum()) for b, x in zip(before, (f & w, f, w)))


def choose(hits: dict, model: Reader, vectors: torch.Tensor, examples: list) -> None:
    """Counts right choices among the true mentions: those of the network, and those of taking the nearest."""
    for row, each in enumerate(examples):
        for pairing, choices in each.choices.items():
            for choice in choices:
                best = int(question_scores(model, vectors[row], each, pairing, [choice])[0].argmax())
                learned = [None, *sorted(set(choice.keys))][best]
                nearest = min(choice.keys, key=lambda key: abs(key - choice.query), default=None)
                wanted = {choice.keys[i] for i in choice.right} or {None}
                for name, answer in ((pairing, learned), (f"nearest {pairing}", nearest)):
                    right, asked = hits.get(name, (0, 0))
                    hits[name] = (right + (answer in wanted), asked + 1)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--polnear", type=Path, required=True)
    arguments.add_argument("--gum", type=Path, required=True)
    arguments.add_argument("--vocabulary", type=Path, default=Path(__file__).parent.parent / "models" / "vocab.txt")
    arguments.add_argument("--without", nargs="*", default=[], choices=["shapes"])
    arguments.add_argument("models", type=Path, nargs="+")
    given = arguments.parse_args()
    words = tokenizer(given.vocabulary)
    dev = labelled(polnear(given.polnear / "dev"), words)
    judged = [each for each in labelled(gum(given.gum), words) if held_out(each.document.name)]
    if "shapes" in given.without:
        for each in dev + judged:
            each.pieces.shapes[:] = 0
    for path in given.models:
        print(json.dumps({"model": str(path), **measure(read_reader(path), dev, judged)}), flush=True)


if __name__ == "__main__":
    main()
