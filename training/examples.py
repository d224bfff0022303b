"""Turns windows of annotated documents into batches of tensors, with what each head should have answered."""

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from corpus import Attribution, Document
from pieces import FIRST, LAST, Pieces, cut

ROLES = ("source", "cue", "content")
NAMES = ("person", "organization", "place")
IGNORED = -100
# Kinds of mentions that somebody who speaks can be; pronouns and short names of these get an antecedent.
SPEAKERS = ("person", "organization", "place")


@dataclass
class Labelled:
    """A document cut into pieces, with the answers for all of it."""

    document: Document
    pieces: Pieces

    def tags(self, attributions: list[Attribution]) -> np.ndarray:
        """BIO tags of source, cue and content for every piece."""
        tags = np.zeros(len(self.pieces), np.int64)
        for attribution in attributions:
            for number, role in enumerate(ROLES):
                for span in getattr(attribution, role):
                    mark(tags, self.pieces.at(*span), 2 * number + 1)
        return tags

    def names(self) -> np.ndarray:
        """BIO tags of named persons, organizations and places; the longest name wins where names are nested."""
        tags = np.zeros(len(self.pieces), np.int64)
        named = [m for m in self.document.mentions if m.name and m.kind in NAMES]
        for mention in sorted(named, key=lambda m: m.name[1] - m.name[0]):
            mark(tags, self.pieces.at(*mention.name), 2 * NAMES.index(mention.kind) + 1)
        return tags

    def first(self, span) -> int | None:
        """The first piece of a span."""
        at = self.pieces.at(*span)
        return at[0] if len(at) else None


def labelled(documents: list[Document], words: Tokenizer) -> list[Labelled]:
    """Documents cut into the pieces of a vocabulary."""
    return [Labelled(document, cut(words, document.text)) for document in documents]


def mark(tags: np.ndarray, at: range, begin: int) -> None:
    if len(at):
        tags[at[0]] = begin
        tags[at[0] + 1 : at[-1] + 1] = begin + 1


@dataclass
class Choice:
    """One question of a pairing: which of the keys belongs to the query? Numbers are pieces; `right` are places in `keys`,
    empty for none of them."""

    query: int
    keys: list[int]
    right: list[int]


def link_choices(labelled: Labelled, attributions: list[Attribution], window: range) -> dict[str, list[Choice]]:
    """For every content in the window its cue, and for every cue its source."""
    inside = lambda spans: [p for p in (labelled.first(s) for s in spans) if p is not None and p in window]
    cues, sources = [], []
    for attribution in attributions:
        cues += inside(attribution.cue[:1])
        sources += inside(attribution.source[:1])
    cues, sources = sorted(set(cues)), sorted(set(sources))
    content, source = [], []
    for attribution in attributions:
        cue, given = inside(attribution.cue[:1]), inside(attribution.source[:1])
        if attribution.cue and not cue:
            continue  # its cue stands in another window
        for part in inside(attribution.content):
            content.append(Choice(part, cues, [cues.index(c) for c in cue]))
        if cue and (given or not attribution.source):
            source.append(Choice(cue[0], sources, [sources.index(s) for s in given]))
    return {"content": content, "source": source}


def antecedent_choices(labelled: Labelled, window: range) -> list[Choice]:
    """For every mention of a possible speaker the earlier names in the window, and which of them name the same."""
    named, choices = [], []
    for mention in labelled.document.mentions:
        at = labelled.first(mention.span)
        if at is None or at not in window or mention.kind not in SPEAKERS:
            continue
        earlier = [(place, entity) for place, entity in named if place < at]
        choices.append(Choice(at, [p for p, _ in earlier], [i for i, (_, e) in enumerate(earlier) if e == mention.entity]))
        if mention.name and (place := labelled.first(mention.name)) is not None and place in window:
            named.append((place, mention.entity))
    return choices


@dataclass
class Example:
    """One window: numbers for the network and the questions that it is asked."""

    ids: np.ndarray
    shapes: np.ndarray
    tags: np.ndarray
    names: np.ndarray
    sentences: np.ndarray
    paragraphs: np.ndarray
    choices: dict[str, list[Choice]]


def example(labelled: Labelled, window: range, annotator: int = 0) -> Example:
    """The window between [CLS] and [SEP]; piece p of the text stands at p - window.start + 1."""
    pieces, part = labelled.pieces, slice(window.start, window.stop)
    framed = lambda values, edge: np.concatenate([[edge], values[part], [edge]]) if values is not None else np.full(len(window) + 2, IGNORED)
    document, choices = labelled.document, {}
    tags = names = None
    if document.annotators:
        attributions = document.annotators[annotator]
        tags = labelled.tags(attributions)
        choices |= link_choices(labelled, attributions, window)
    if document.mentions is not None:
        names = labelled.names()
        choices["antecedent"] = antecedent_choices(labelled, window)
    ids = np.concatenate([[FIRST], pieces.ids[part], [LAST]])
    moved = {
        kind: [Choice(c.query - window.start + 1, [k - window.start + 1 for k in c.keys], c.right) for c in each]
        for kind, each in choices.items()
    }
    return Example(
        ids, framed(pieces.shapes, 0), framed(tags, IGNORED), framed(names, IGNORED),
        framed(pieces.sentences, 0), framed(pieces.paragraphs, 0), moved,
    )


# Batches are padded to a multiple of this: matrix products of other widths take a third longer on a CPU.
EVEN_WIDTH = 32


def padded(rows: list[np.ndarray], fill: int) -> Tensor:
    width = -(-max(map(len, rows)) // EVEN_WIDTH) * EVEN_WIDTH
    return torch.from_numpy(np.stack([np.pad(row, (0, width - len(row)), constant_values=fill) for row in rows]))


@dataclass
class Batch:
    """Tensors [window, piece] and, per window, the questions."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    tags: Tensor
    names: Tensor
    examples: list[Example]


def batch(examples: list[Example]) -> Batch:
    """Pads windows to one length."""
    return Batch(
        padded([e.ids for e in examples], 0), padded([e.shapes for e in examples], 0),
        padded([np.ones_like(e.ids) for e in examples], 0).bool(),
        padded([e.tags for e in examples], IGNORED), padded([e.names for e in examples], IGNORED), examples,
    )
