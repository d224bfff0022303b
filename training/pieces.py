"""Cuts texts into word pieces, and says of each where it stands and how it is written."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import BertWordPieceTokenizer, Tokenizer

FIRST, LAST, MASK = 101, 102, 103  # [CLS], [SEP], [MASK]
# Pieces that the network sees at once, without [CLS] and [SEP].
WINDOW = 254

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]*$")


@dataclass
class Pieces:
    """The pieces of a text: vocabulary ids, shapes, character spans, and the numbers of their sentences and paragraphs."""

    ids: np.ndarray
    shapes: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    sentences: np.ndarray
    paragraphs: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, start: int, end: int) -> range:
        """The pieces that overlap a stretch of characters."""
        return range(int(np.searchsorted(self.ends, start, "right")), int(np.searchsorted(self.starts, end, "left")))


def gap(between: str, first: bool) -> int:
    """0: none, 1: white space, 2: a line end or the beginning of the text."""
    return 2 if first or "\n" in between else int(bool(between))


def capitals(word: str) -> int:
    """0: none, 1: only the first character, 2: others too."""
    return 2 if any(c.isupper() for c in word[1:]) else int(word[:1].isupper())


def tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's uncased WordPiece over a vocabulary, neither padding nor truncating."""
    return BertWordPieceTokenizer(str(vocabulary), lowercase=True)._tokenizer


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cuts a whole text."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    shapes, sentences, paragraphs = [], [], []
    before = sentence = paragraph = 0
    for number, (start, end) in enumerate(encoded.offsets):
        space = gap(text[before:start], number == 0)
        if number:
            paragraph += space == 2
            starts = space == 2 or (space == 1 and not text[start].islower() and SENTENCE_END.search(text[max(0, before - 6) : before]))
            sentence += bool(starts)
        shapes.append(3 * space + capitals(text[start:end]))
        sentences.append(sentence)
        paragraphs.append(paragraph)
        before = end
    starts, ends = np.array(encoded.offsets, np.int64).reshape(-1, 2).T
    return Pieces(np.array(encoded.ids), np.array(shapes), starts, ends, np.array(sentences), np.array(paragraphs))


def windows(pieces: Pieces, first_cut: int) -> list[range]:
    """Cuts a text into windows that end where sentences end; the first one is at most `first_cut` pieces long, so that another
    number gives other windows."""
    ends = np.append(np.flatnonzero(np.diff(pieces.sentences)) + 1, len(pieces))
    found, start, room = [], 0, min(first_cut, WINDOW)
    while start < len(pieces):
        fitting = ends[(ends > start) & (ends <= start + room)]
        end = int(fitting[-1]) if len(fitting) else min(start + WINDOW, len(pieces))
        found.append(range(start, end))
        start, room = end, WINDOW
    return found
