"""Reads the annotated corpora into one shape: texts with character spans. No text leaves the memory of the program."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]


@dataclass
class Attribution:
    """One attribution; parts that the annotator left out are empty."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass
class Mention:
    """One mention of somebody or something; `entity` is the same for all mentions of one, `name` the named part if there is one."""

    entity: str
    kind: str
    span: Span
    name: Span | None


@dataclass
class Document:
    """A text; each annotator has a list of attributions. A corpus that does not annotate a layer leaves it None."""

    name: str
    text: str
    annotators: list[list[Attribution]] | None = None
    mentions: list[Mention] | None = field(default=None)


def polnear(folder: Path) -> list[Document]:
    """PolNeAR: `text/*.txt` beside `attributions/*_ANNOTATOR.ann`; the first annotator in file-name order comes first."""
    documents = []
    for path in sorted((folder / "text").iterdir()):
        annotations = sorted((folder / "attributions").glob(re.sub(r"([*?[])", r"[\1]", path.stem) + "_*.ann"))
        if annotations:
            text = path.read_bytes().decode("utf8")
            documents.append(Document(path.stem, text, [read_brat(each.read_bytes().decode("utf8")) for each in annotations]))
    return documents


def read_brat(annotation: str) -> list[Attribution]:
    """The attributions of one stand-off file: text-bound spans (T…) joined by events (E…)."""
    spans, attributions = {}, []
    for line in annotation.split("\n"):  # not splitlines: the words may hold other line ends of Unicode
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            role, places = fields[1].split(" ", 1)
            spans[fields[0]] = [tuple(map(int, place.split())) for place in places.split(";")]
        elif fields[0].startswith("E"):
            parts = defaultdict(list)
            for name, target in (each.split(":", 1) for each in fields[1].split()):
                parts[re.sub(r"\d+$", "", name)] += spans.get(target, [])
            attributions.append(Attribution(parts["Source"], parts["Cue"], parts["Content"]))
    return attributions


def gum(folder: Path) -> list[Document]:
    """GUM in CoNLL-U with `Entity=`; paragraphs end with a line end, sentences with a space."""
    return [read_gum(path) for path in sorted(folder.glob("GUM_*.conllu"))]


@dataclass
class Token:
    """One word of GUM with its place in the text and what opens and closes at it."""

    form: str
    tag: str
    span: Span
    entity: str


def read_gum(path: Path) -> Document:
    text, tokens = "", []
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# newpar_block") or line.startswith("# newpar"):
            text = text.rstrip(" \n") + "\n" if text else ""
        fields = line.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        notes = dict(note.split("=", 1) for note in fields[9].split("|") if "=" in note)
        start = len(text)
        text += fields[1] + ("" if notes.get("SpaceAfter") == "No" else " ")
        tokens.append(Token(fields[1], fields[3], (start, start + len(fields[1])), notes.get("Entity", "")))
    return Document(path.stem, text, mentions=sorted(gum_mentions(tokens), key=lambda mention: mention.span))


# A mention opens with "(id-kind-…-head words-…", closed at once by ")" or later by "id)".
BRACKET = re.compile(r"\(([^()]+)(\))?|(\d+)\)")


def gum_mentions(tokens: list[Token]) -> list[Mention]:
    opened, found = defaultdict(list), []
    for place, token in enumerate(tokens):
        for opening, at_once, closing in BRACKET.findall(token.entity):
            if opening and not at_once:
                opened[opening.split("-")[0]].append((place, opening.split("-")))
            elif opening:
                found.append(gum_mention(tokens, place, place, opening.split("-")))
            elif opened[closing]:
                start, parts = opened[closing].pop()
                found.append(gum_mention(tokens, start, place, parts))
    return found


def gum_mention(tokens: list[Token], first: int, last: int, parts: list[str]) -> Mention:
    head = first + int(parts[5].split(",")[0]) - 1 if len(parts) > 5 and parts[5].split(",")[0].isdigit() else last
    span = (tokens[first].span[0], tokens[last].span[1])
    return Mention(parts[0], parts[1], span, name_around(tokens, first, last, head))


# Words that stand inside a name between two proper nouns ("Ministry of Justice").
INNER_WORDS = {"of", "the", "for", "and", "&", "-", "de", "du", "von", "van", "al", "on", "in", "'s"}


def name_around(tokens: list[Token], first: int, last: int, head: int) -> Span | None:
    """The run of proper nouns around the head, if the head is one."""
    if tokens[head].tag != "PROPN":
        return None
    proper = lambda i: first <= i <= last and tokens[i].tag in ("PROPN", "ADJ", "NUM") and not tokens[i].form[0].islower()
    start = end = head
    while proper(start - 1):
        start -= 1
    while True:
        if proper(end + 1):
            end += 1
        elif end + 1 <= last and tokens[end + 1].form in INNER_WORDS and end + 2 <= last and tokens[end + 2].tag == "PROPN":
            end += 2
        else:
            return tokens[start].span[0], tokens[end].span[1]
