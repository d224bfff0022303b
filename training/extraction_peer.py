#!/usr/bin/env python3
"""Extracts the pages of a folder with trafilatura, for `sayso-eval extraction --peer "python3 training/extraction_peer.py"`.

Needs trafilatura from PyPI (2.3.1 was measured). Prints one JSON object per way of running it: the seconds of processor time
that the fastest of three rounds took for all pages, and the texts, dates and authors that were found.
"""
import glob
import gzip
import json
import os
import sys
import time

try:
    import trafilatura
except ImportError:
    sys.exit("trafilatura is not installed: pip install trafilatura==2.3.1")

ROUNDS = 3
WAYS = {"precise": {"favor_precision": True}, "default": {}}


def main(folder):
    pages = {}
    for path in sorted(glob.glob(os.path.join(folder, "html", "*.html.gz"))):
        pages[os.path.basename(path).removesuffix(".html.gz")] = gzip.open(path).read()
    for way, options in WAYS.items():
        best, texts = float("inf"), {}
        for _ in range(ROUNDS):
            began = time.process_time()
            texts = {key: trafilatura.extract(page, include_comments=False, **options) or "" for key, page in pages.items()}
            best = min(best, time.process_time() - began)
        found = {key: trafilatura.extract_metadata(page) for key, page in pages.items()}
        print(json.dumps({
            "way": f"trafilatura {trafilatura.__version__}, {way}",
            "seconds": best,
            "texts": texts,
            "dates": {key: m.date if m else None for key, m in found.items()},
            "authors": {key: m.author if m else None for key, m in found.items()},
        }))


if __name__ == "__main__":
    main(sys.argv[1])
