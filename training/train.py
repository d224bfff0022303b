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
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy, kl_div, log_softmax

from corpus import Document, gum, polnear
from examples import IGNORED, Batch, Example, Labelled, batch, example
from linking import VECTORS, question_scores
from measure import held_out, measure
from network import Dropout, Reader
from pieces import FIRST, LAST, MASK, WINDOW, cut, tokenizer, windows

BATCH = 16
RATE = 1.6e-4
# The heads start from nothing and learn faster than the encoder.
HEAD_RATE = 6e-4
WARMUP = 0.06
DECAY = 0.01
# Weights that are kept are the average of about the last hundred steps.
AVERAGING = 0.99
WEIGHTS = {"tags": 1.0, "names": 0.3, "content": 0.15, "source": 0.15, "antecedent": 0.15, "teacher": 1.0}
# Beside a teacher, what the annotators say counts this much.
HARD = 0.5
# Pieces that are hidden while training, so that the network reads context instead of remembering words.
HIDDEN = 0.1


def choice_loss(model: Reader, vectors: Tensor, examples: list[Example], pairing: str) -> Tensor:
    """Mean negative log likelihood of a right key (any of them) or, where there is none, of "none"."""
    losses = []
    for row, each in enumerate(examples):
        choices = each.choices.get(pairing)
        if not choices:
            continue
        scores = question_scores(model, vectors[row], each, pairing, choices)
        keys = sorted({key for choice in choices for key in choice.keys})
        right = torch.full_like(scores, float("-inf"))
        for number, choice in enumerate(choices):
            right[number, [1 + keys.index(choice.keys[i]) for i in choice.right] or [0]] = 0.0
        losses.append(torch.logsumexp(scores, 1) - torch.logsumexp(scores + right, 1))
    return torch.cat(losses).mean() if losses else vectors.sum() * 0.0


def softened(logits: Tensor, taught: Tensor, mask: Tensor) -> Tensor:
    """How far the tags are from a teacher's, which knows how sure one can be (Kullback-Leibler divergence, mean over the pieces)."""
    return kl_div(log_softmax(logits[mask], -1), log_softmax(taught[mask], -1), reduction="batchmean", log_target=True)


def loss(model: Reader, teacher: Reader | None, given: Batch, hidden: Tensor) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of what the heads lose on a batch; `hidden` pieces are shown as [MASK], but not to the teacher."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, names, vectors = model(given.ids.masked_fill(hidden, MASK), given.shapes, given.mask)
    parts = {}
    if teacher:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            taught, taught_names, _ = teacher(given.ids, given.shapes, given.mask)
        parts["teacher"] = softened(tags.float(), taught.float(), given.mask) + 0.3 * softened(names.float(), taught_names.float(), given.mask)
    for name, logits, answers in (("tags", tags, given.tags), ("names", names, given.names)):
        if (answers != IGNORED).any():
            parts[name] = cross_entropy(logits.float().flatten(0, 1), answers.flatten(), ignore_index=IGNORED)
    for pairing in VECTORS:
        parts[pairing] = choice_loss(model, vectors.float(), given.examples, pairing)
    if teacher:
        parts["tags"], parts["names"] = (HARD * parts.get(name, vectors.sum() * 0.0) for name in ("tags", "names"))
    return sum(WEIGHTS[name] * part for name, part in parts.items()), {name: part.item() for name, part in parts.items()}


def one_pass(documents: list[Labelled], order: random.Random) -> list[list[Example]]:
    """All windows of all documents once, cut at other places in every pass, in batches of windows of like length."""
    examples = []
    for labelled in documents:
        annotator = order.randrange(len(labelled.document.annotators)) if labelled.document.annotators else 0
        for window in windows(labelled.pieces, order.randrange(40, WINDOW)):
            examples.append(example(labelled, window, annotator))
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


def read_reader(path: Path) -> Reader:
    """A reader that was trained before."""
    model = Reader()
    model.load_state_dict(load_file(path))
    return model.eval()


def labelled(documents: list[Document], words: Tokenizer) -> list[Labelled]:
    return [Labelled(document, cut(words, document.text)) for document in documents]


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
    run(given, train, dev, judged)


def run(given: argparse.Namespace, train: list[Labelled], dev: list[Labelled], judged: list[Labelled]) -> None:
    model = start(given.encoder)
    teacher = read_reader(given.teacher) if given.teacher else None
    average = copy.deepcopy(model)
    steps_of_a_pass = len(one_pass(train, random.Random(given.seed)))
    steps = steps_of_a_pass * given.passes
    adam = optimizer(model)
    peaks = [group["lr"] for group in adam.param_groups]
    done = 0
    if (given.out / "state.pt").exists():
        state = torch.load(given.out / "state.pt", weights_only=True)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        adam.load_state_dict(state["adam"])
        done = state["passes"]
    for number in range(done, given.passes):
        torch.manual_seed(1000 * (given.seed + given.order) + number)
        Dropout.random = np.random.Generator(np.random.SFC64(1000 * (given.seed + given.order) + number))
        batches = one_pass(train, random.Random(1000 * (given.seed + given.order) + number))
        model.train()
        began, sums = time.time(), {}
        for place, examples in enumerate(batches):
            factor = schedule(steps_of_a_pass * number + place + 1, steps)
            for group, peak in zip(adam.param_groups, peaks):
                group["lr"] = peak * factor
            shown = batch(examples)
            ordinary = (shown.ids != FIRST) & (shown.ids != LAST) & shown.mask
            hidden = ordinary & (torch.rand(shown.ids.shape) < (HIDDEN if given.hide else 0.0))
            total, parts = loss(model, teacher, shown, hidden)
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            adam.zero_grad()
            for name, part in parts.items():
                sums[name] = 0.98 * sums.get(name, part) + 0.02 * part
            with torch.no_grad():
                kept = 0.0 if "averaging" in given.without else min(AVERAGING, 1 - 1 / (1 + steps_of_a_pass * number + place))
                for mean, value in zip(average.parameters(), model.parameters()):
                    mean.lerp_(value, 1 - kept)
            if place % 20 == 0:
                words = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                print(f"pass {number + 1} step {place}/{len(batches)} {(time.time() - began) / (place + 1):.2f} s  {words}", flush=True)
        figures = {"pass": number + 1, "minutes": round((time.time() - began) / 60, 1), **measure(average, dev, judged)}
        state = {"model": model.state_dict(), "average": average.state_dict(), "adam": adam.state_dict(), "passes": number + 1}
        save(given.out, average, state, figures)
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
