"""Writes web archives of invented pages with warcio, or reads archives with it: an independent program beside our own.

make.py write FOLDER      plain.warc, packed.warc.gz, chunked.warc.gz, revisit.warc.gz, truncated.warc.gz, digest.warc.gz
make.py read FILE         prints the type, address and payload's SHA-256 of each record, having checked all digests

The pages are invented, or the *.html.gz files of the folder that SAYSO_PAGES names.
"""
import glob
import gzip
import hashlib
import io
import os
import sys

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGES = [f"<html><title>Quay {n}</title><p>The quay has {n} berths, the harbour office said.</p></html>".encode() for n in range(5)]

if os.environ.get("SAYSO_PAGES"):
    PAGES = [gzip.open(path).read() for path in sorted(glob.glob(os.path.join(os.environ["SAYSO_PAGES"], "*.html.gz")))]


def response(writer, number, body, more=()):
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8"), *more], protocol="HTTP/1.1")
    url = f"https://quay.example/{number}"
    return writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=head)


def archive(path, packed, wrap=lambda body: (body, ())):
    with open(path, "wb") as out:
        writer = WARCWriter(out, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "warcio"}))
        for number, page in enumerate(PAGES):
            body, more = wrap(page)
            writer.write_record(response(writer, number, body, more))


def chunked(body):
    size = max(7, len(body) // 50)
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    wire = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    return wire, [("Transfer-Encoding", "chunked")]


def write(folder):
    at = lambda name: os.path.join(folder, name)
    archive(at("plain.warc"), False)
    archive(at("packed.warc.gz"), True)
    archive(at("chunked.warc.gz"), True, chunked)
    with open(at("revisit.warc.gz"), "wb") as out:
        writer = WARCWriter(out, gzip=True)
        first = response(writer, 0, PAGES[0])
        writer.write_record(first)
        digest = first.rec_headers.get_header("WARC-Payload-Digest")
        writer.write_record(writer.create_revisit_record("https://quay.example/again", digest, "https://quay.example/0",
                                                         first.rec_headers.get_header("WARC-Date")))
    whole = open(at("packed.warc.gz"), "rb").read()
    open(at("truncated.warc.gz"), "wb").write(whole[:-40])
    plain = open(at("plain.warc"), "rb").read()
    changed = plain.index(PAGES[2]) + 30
    other = b"x" if plain[changed:changed + 1] != b"x" else b"y"
    open(at("digest.warc"), "wb").write(plain[:changed] + other + plain[changed + 1:])


def read(path):
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            content = record.content_stream().read()
            print(record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), hashlib.sha256(content).hexdigest())


{"write": write, "read": read}[sys.argv[1]](sys.argv[2])
