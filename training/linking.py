"""Which mention goes with which? The questions of one window, scored."""

import torch
from torch import Tensor

from examples import Choice, Example
from network import LINK_VECTORS, PAIRINGS, Reader


def question_scores(model: Reader, vectors: Tensor, window: Example, pairing: str, choices: list[Choice]) -> Tensor:
    """Scores [choice, 1 + key] from the linking vectors [piece, 6, 48] of a window; the first column is "none", the others the keys of
    all choices, sorted, each once. Keys that a choice does not have score minus infinity."""
    query_at, key_at = (LINK_VECTORS.index(name) for name in PAIRINGS[pairing])
    keys = sorted({key for choice in choices for key in choice.keys})
    queries, at = torch.tensor([choice.query for choice in choices]), torch.tensor(keys, dtype=torch.long)
    sentences, paragraphs = torch.from_numpy(window.sentences), torch.from_numpy(window.paragraphs)
    layout = (sentences[queries][:, None] == sentences[at]).long() + 2 * (paragraphs[queries][:, None] == paragraphs[at]).long()
    scores = model.pair_scores(pairing, vectors[queries, query_at], vectors[at, key_at], at[None, :] - queries[:, None], layout)
    for number, choice in enumerate(choices):
        for key in set(keys) - set(choice.keys):
            scores[number, 1 + keys.index(key)] = float("-inf")
    return scores
