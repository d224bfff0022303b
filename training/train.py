#!/usr/bin/env python3
"""Trains the reader on PolNeAR (source, cue, content and their links) and GUM (names and antecedents).

usage: train.py --polnear DIR --gum DIR --encoder FILE --out DIR [--passes 6] [--seed 1] [--without shapes …]

DIR of polnear holds train and dev; FILE of the encoder is the model.safetensors of all-MiniLM-L6-v2. After every pass the
averaged weights are measured on dev and written to DIR/pass-N; a run that was interrupted goes on with its last whole pass.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file

from corpus import gum, polnear
from examples import Example, Labelled, batch, example, labelled
from losses import WEIGHTS, loss
from measure import held_out, measure
from network import Dropout, Reader, read_reader
from pieces import FIRST, LAST, WINDOW, tokenizer, windows

BATCH = 16
RATE = 1.6e-4
# The heads start from nothing and learn faster than the encoder.
HEAD_RATE = 6e-4
WARMUP = 0.06
DECAY = 0.01
# Weights that are kept are the average of about the last hundred steps.
AVERAGING = 0.99
# Pieces that are hidden while training, so that the network reads context instead of remembering words.
HIDDEN = 0.1


def batches_of_a_pass(documents: list[Labelled], order: random.Random) -> list[list[Example]]:
    """All windows of all documents once, cut at other places in every pass, in batches of windows of like length."""
    examples = []
    for each in documents:
        annotator = order.randrange(len(each.document.annotators)) if each.document.annotators else 0
        for window in windows(each.pieces, order.randrange(40, WINDOW)):
            examples.append(example(each, window, annotator))
    order.shuffle(examples)
    groups = [examples[i : i + 8 * BATCH] for i in range(0, len(examples), 8 * BATCH)]
    batches = [g[i : i + BATCH] for g in (sorted(g, key=lambda e: len(e.ids)) for g in groups) for i in range(0, len(g), BATCH)]
    order.shuffle(batches)
    return batches


def optimizer(model: Reader) -> torch.optim.Optimizer:
    head = [p for name, p in model.named_parameters() if not name.startswith("enc.") or "shape" in name]
    body = [p for name, p in model.named_parameters() if name.startswith("enc.") and "shape" not in name]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)


def schedule(step: float, steps: int) -> float:
    """Rises over the warm-up, then falls to 0."""
    warm = WARMUP * steps
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def start(encoder: Path) -> Reader:
    """The network with the weights of all-MiniLM-L6-v2 below the heads."""
    model = Reader()
    raw = {name: value.float() for name, value in load_file(encoder).items() if "position_ids" not in name and "pooler" not in name}
    missing, unknown = model.enc.load_state_dict(raw, strict=False)
    assert not unknown and missing == ["embeddings.shape_embeddings.weight"], (missing, unknown)
    return model


class Run:
    """A training run between two of its passes."""

    def __init__(self, given: argparse.Namespace, documents: list[Labelled]):
        self.given, self.documents = given, documents
        self.model = start(given.encoder)
        self.average = copy.deepcopy(self.model)
        self.teacher = read_reader(given.teacher) if given.teacher else None
        self.adam = optimizer(self.model)
        self.peaks = [group["lr"] for group in self.adam.param_groups]
        self.steps = len(batches_of_a_pass(documents, random.Random(given.seed)))
        self.passes = 0
        if (given.out / "state.pt").exists():
            self.resume(torch.load(given.out / "state.pt", weights_only=True))

    def resume(self, state: dict) -> None:
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.adam.load_state_dict(state["adam"])
        self.passes = state["passes"]

    def state(self) -> dict:
        return {"model": self.model.state_dict(), "average": self.average.state_dict(), "adam": self.adam.state_dict(), "passes": self.passes}

    def one_pass(self) -> dict:
        """Trains on all documents once; gives the pass and its minutes."""
        seed = 1000 * (self.given.seed + self.given.order) + self.passes
        torch.manual_seed(seed)
        Dropout.random = np.random.Generator(np.random.SFC64(seed))
        batches = batches_of_a_pass(self.documents, random.Random(seed))
        self.model.train()
        began, sums = time.time(), {}
        for place, examples in enumerate(batches):
            parts = self.step(self.steps * self.passes + place, examples)
            sums = {name: 0.98 * sums.get(name, part) + 0.02 * part for name, part in (sums | parts).items()}
            if place % 20 == 0:
                words = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                print(f"pass {self.passes + 1} step {place}/{len(batches)} {(time.time() - began) / (place + 1):.2f} s  {words}", flush=True)
        self.passes += 1
        return {"pass": self.passes, "minutes": round((time.time() - began) / 60, 1)}

    def step(self, number: int, examples: list[Example]) -> dict[str, float]:
        """Step `number` of the whole run; gives what each head lost."""
        for group, peak in zip(self.adam.param_groups, self.peaks):
            group["lr"] = peak * schedule(number + 1, self.steps * self.given.passes)
        shown = batch(examples)
        ordinary = (shown.ids != FIRST) & (shown.ids != LAST) & shown.mask
        hidden = ordinary & (torch.rand(shown.ids.shape) < (HIDDEN if self.given.hide else 0.0))
        total, parts = loss(self.model, self.teacher, shown, hidden)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.adam.step()
        self.adam.zero_grad()
        kept = 0.0 if "averaging" in self.given.without else min(AVERAGING, 1 - 1 / (1 + number))
        with torch.no_grad():
            for mean, value in zip(self.average.parameters(), self.model.parameters()):
                mean.lerp_(value, 1 - kept)
        return parts


def save(folder: Path, average: Reader, state: dict, figures: dict) -> None:
    own = folder / f"pass-{state['passes']}"
    own.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in average.state_dict().items()}, own / "model.safetensors")
    torch.save(state, folder / "state.new")
    (folder / "state.new").rename(folder / "state.pt")
    with (folder / "passes.jsonl").open("a") as log:
        log.write(json.dumps(figures) + "\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--polnear", type=Path, required=True)
    arguments.add_argument("--gum", type=Path, required=True)
    arguments.add_argument("--encoder", type=Path, required=True)
    arguments.add_argument("--vocabulary", type=Path, default=Path(__file__).parent.parent / "models" / "vocab.txt")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--passes", type=int, default=6)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--without", nargs="*", default=[], choices=["shapes", "links", "gum", "averaging"], help="for ablations")
    arguments.add_argument("--teacher", type=Path, help="model.safetensors of an earlier run, whose answers are learned beside the annotators'")
    arguments.add_argument("--hide", action="store_true", help="show a tenth of the pieces as [MASK]")
    arguments.add_argument("--order", type=int, default=0, help="another order of the data from the same first weights")
    arguments.add_argument("--part", type=float, default=1.0, help="share of the training documents, for ablations")
    given = arguments.parse_args()
    torch.manual_seed(given.seed)
    words = tokenizer(given.vocabulary)
    dev = labelled(polnear(given.polnear / "dev"), words)
    train = labelled(polnear(given.polnear / "train"), words)
    train = random.Random(0).sample(train, round(len(train) * given.part))
    mentions = labelled(gum(given.gum), words)
    judged = [each for each in mentions if held_out(each.document.name)]
    if "gum" not in given.without:
        train += [each for each in mentions if not held_out(each.document.name)]
    if "shapes" in given.without:
        for each in train + dev + mentions:
            each.pieces.shapes[:] = 0
    if "links" in given.without:
        WEIGHTS.update(content=0.0, source=0.0)
    run = Run(given, train)
    while run.passes < given.passes:
        figures = run.one_pass() | measure(run.average, dev, judged)
        save(given.out, run.average, run.state(), figures)
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
