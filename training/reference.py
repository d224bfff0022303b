#!/usr/bin/env python3
"""Writes what the exported models give in onnxruntime for invented texts: the reference that the Rust reader is tested against.

usage: reference.py --models MODELS_DIR --f32 DIR > crates/sayso-reader/tests/data/reference.json

Both folders are those that export.py wrote.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from pieces import FIRST, LAST, Pieces, cut, tokenizer

TEXTS = [
    "The ferry company Nordal said on Monday that none of its 14 crew members had been hurt. “We are still counting,” "
    "its spokeswoman, Ilse Brandvoll, told reporters.",
    "Mayor Tomas Weller denied that he had known of the leak. According to two port workers, the valve “had been open "
    "for days”.\n\nWeller's office declined to comment.",
    "Café owner Zoë Ångström-Núñez wrote: \"It's over — 3,5 % is naïve…\" (via e\u00admail)\u200b, then left.",
    "東京 reporters asked İpek about the résumé; she said: ‘ﬁne’ 🙂.",
    "SUPERCALIFRAGILISTIC re-re-elected ex-co-chair O’Marnholm, unfazed: $4.2bn/€3.9bn?!",
]

SENTENCES = [
    "The bridge over the Solla is closed until Friday.",
    "Traffic across the Solla bridge will not resume before the end of the week.",
    "The harbour authority denied that any oil had been spilled.",
    "A baker from Marnholm won the regional prize for rye bread.",
]

# Outputs of the reader that are written, per piece.
OUTPUTS = ["logits", "names", "none"]


def framed(values: np.ndarray, first: int, last: int) -> np.ndarray:
    return np.concatenate([[first], values, [last]]).astype(np.int32)[None]


def feed(pieces: Pieces) -> dict[str, np.ndarray]:
    return {"ids": framed(pieces.ids, FIRST, LAST), "shapes": framed(pieces.shapes, 0, 0)}


def rounded(values: np.ndarray) -> list:
    return np.round(values.astype(float), 5).tolist()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=Path, required=True)
    arguments.add_argument("--f32", type=Path, required=True)
    given = arguments.parse_args()
    words = tokenizer(given.models / "vocab.txt")
    load = onnxruntime.InferenceSession
    reader = {"int8": load(given.models / "attribution.onnx"), "f32": load(given.f32 / "attribution-f32.onnx")}
    encoder = {"int8": load(given.models / "embedding.onnx"), "f32": load(given.f32 / "embedding-f32.onnx")}

    def text(written: str) -> dict:
        pieces = cut(words, written)
        offsets = list(zip(pieces.starts.tolist(), pieces.ends.tolist()))
        row = {"text": written, "ids": pieces.ids.tolist(), "shapes": pieces.shapes.tolist(), "offsets_chars": offsets}
        for kind, session in reader.items():
            for name, values in zip(OUTPUTS, session.run(OUTPUTS, feed(pieces))):
                row[f"{name}_{kind}"] = rounded(values[0][1:-1])
            # The products of the linking vectors of all pieces with those of the first: what linking looks at.
            links = session.run(["links"], feed(pieces))[0][0][1:-1].reshape(len(pieces), 6, -1)
            row[f"products_{kind}"] = rounded(np.einsum("kw,pkw->pk", links[0], links))
        return row

    def sentence(written: str) -> dict:
        pieces = feed(cut(words, written))
        del pieces["shapes"]
        return {"sentence": written} | {f"embedding_{kind}": rounded(session.run(None, pieces)[0][0]) for kind, session in encoder.items()}

    print(json.dumps({"texts": [text(t) for t in TEXTS], "sentences": [sentence(s) for s in SENTENCES]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
