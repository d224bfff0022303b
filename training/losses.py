"""What the heads lose on a batch: tags, names and choices against the annotators, and against a teacher where there is one."""

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, kl_div, log_softmax

from examples import IGNORED, Batch, Example
from linking import question_scores
from network import PAIRINGS, Reader
from pieces import MASK

# How much each part counts.
WEIGHTS = {"tags": 1.0, "names": 0.3, "content": 0.15, "source": 0.15, "antecedent": 0.15, "teacher": 1.0}
# Beside a teacher, what the annotators say counts this much.
HARD = 0.5


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
    for pairing in PAIRINGS:
        parts[pairing] = choice_loss(model, vectors.float(), given.examples, pairing)
    if teacher:
        parts["tags"], parts["names"] = (HARD * parts.get(name, vectors.sum() * 0.0) for name in ("tags", "names"))
    return sum(WEIGHTS[name] * part for name, part in parts.items()), {name: part.item() for name, part in parts.items()}
