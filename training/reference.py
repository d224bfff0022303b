#!/usr/bin/env python3
"""Writes what the exported models give in onnxruntime for invented texts: the reference that the Rust reader is tested against.

usage: reference.py --tagger DIR --models MODELS_DIR --f32 DIR > crates/sayso-reader/tests/data/reference.json

DIR of the tagger holds tokenizer.json; the other two folders are those that export.py wrote.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

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


def run(session: onnxruntime.InferenceSession, ids: list[int]) -> np.ndarray:
    batch = np.array([ids], np.int32)
    return session.run(None, {"ids": batch, "mask": np.ones_like(batch)})[0][0]


def rounded(values: np.ndarray) -> list:
    return np.round(values.astype(float), 5).tolist()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tagger", type=Path, required=True)
    arguments.add_argument("--models", type=Path, required=True)
    arguments.add_argument("--f32", type=Path, required=True)
    given = arguments.parse_args()
    tokenizer = Tokenizer.from_file(str(given.tagger / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    load = onnxruntime.InferenceSession
    int8 = {name: load(given.models / f"{name}.onnx") for name in ("attribution", "embedding")}
    f32 = {name: load(given.f32 / f"{name}-f32.onnx") for name in ("attribution", "embedding")}

    def text(words: str) -> dict:
        cut = tokenizer.encode(words)
        return {
            "text": words,
            "ids": cut.ids,
            "offsets_chars": cut.offsets,
            "logits_int8": rounded(run(int8["attribution"], cut.ids)),
            "logits_f32": rounded(run(f32["attribution"], cut.ids)),
        }

    def sentence(words: str) -> dict:
        ids = tokenizer.encode(words).ids
        return {
            "sentence": words,
            "embedding_int8": rounded(run(int8["embedding"], ids)),
            "embedding_f32": rounded(run(f32["embedding"], ids)),
        }

    print(json.dumps({"texts": [text(t) for t in TEXTS], "sentences": [sentence(s) for s in SENTENCES]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
