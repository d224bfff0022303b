"""Learns when two statements make the same claim: weights for crates/sayso-claim/src/scorer.rs.

usage: claims.py PAIRS.jsonl        (written by `sayso-eval claims --data DIR --jsonl PAIRS.jsonl`)

A logistic regression over the features that `sayso-claim` gives each pair. Prints, for each source of cases left out in turn,
BCubed of the groups that average linkage makes with weights learned from the others; then the weights learned from all.
"""

import collections
import json
import sys

import numpy

# Log-odds beyond which more makes no difference, and those of pairs that were not compared; as in scorer.rs and cluster.rs.
SURE = 4.0
# Strength of the penalty on large weights; chosen by leaving sources out.
PENALTY = 1.0


def read(path):
    cases = collections.defaultdict(list)
    for line in open(path, encoding="utf8"):
        pair = json.loads(line)
        cases[pair["source"], pair["case"]].append(pair)
    return cases


def learn(pairs, weights, penalty=PENALTY, rounds=30):
    """Newton's method; the constant is not penalised."""
    x = numpy.array([p["features"] for p in pairs])
    y = numpy.array([float(p["same"]) for p in pairs])
    weights = numpy.array(weights)
    w = numpy.zeros(x.shape[1])
    ridge = numpy.full(x.shape[1], penalty)
    ridge[0] = 1e-3
    for _ in range(rounds):
        p = 1 / (1 + numpy.exp(-x @ w))
        gradient = x.T @ (weights * (p - y)) + ridge * w
        hessian = (x.T * (weights * p * (1 - p))) @ x + numpy.diag(ridge)
        w -= numpy.linalg.solve(hessian, gradient)
    return w


def groups(pairs, w, threshold=-0.45):
    """Average linkage over the scores, as in cluster.rs."""
    ids = sorted({i for p in pairs for i in (p["a"], p["b"])})
    at = {i: n for n, i in enumerate(ids)}
    total = numpy.zeros((len(ids), len(ids)))
    for p in pairs:
        s = numpy.clip(numpy.dot(p["features"], w), -SURE, SURE)
        total[at[p["a"]], at[p["b"]]] = total[at[p["b"]], at[p["a"]]] = s
    size = numpy.ones(len(ids))
    members = {n: [i] for n, i in enumerate(ids)}
    alive = numpy.ones(len(ids), bool)
    while True:
        mean = total / numpy.outer(size, size)
        mean[~alive] = mean[:, ~alive] = -9
        numpy.fill_diagonal(mean, -9)
        a, b = numpy.unravel_index(mean.argmax(), mean.shape)
        if mean[a, b] <= threshold:
            return list(members.values())
        total[a] += total[b]
        total[:, a] += total[:, b]
        size[a] += size[b]
        alive[b] = False
        members[a] += members.pop(b)


def bcubed(found, claim_of):
    gold = collections.Counter(claim_of.values())
    precision = recall = 0.0
    for group in found:
        counts = collections.Counter(claim_of[i] for i in group)
        precision += sum(n * n for n in counts.values()) / len(group)
        recall += sum(n * n / gold[c] for c, n in counts.items())
    return numpy.array([precision, recall, len(claim_of)])


def claims_of(pairs):
    return {i: c for p in pairs for i, c in zip((p["a"], p["b"]), p["claims"])}


def weigh(pairs):
    """A case with a hundred statements has a hundred times the pairs of one with ten, but not a hundred times the news."""
    return [len(pairs) ** -0.5] * len(pairs)


def main():
    cases = read(sys.argv[1])
    everything = [(p, w) for pairs in cases.values() for p, w in zip(pairs, weigh(pairs))]
    scale = len(everything) / sum(w for _, w in everything)
    sources = sorted({source for source, _ in cases})
    sums = []
    for left_out in sources:
        own = [(p, w * scale) for p, w in everything if p["source"] != left_out]
        w = learn([p for p, _ in own], [v for _, v in own])
        tested = [pairs for (source, _), pairs in cases.items() if source == left_out]
        p, r, n = sum(bcubed(groups(pairs, w), claims_of(pairs)) for pairs in tested)
        p, r = p / n, r / n
        sums.append(2 * p * r / (p + r))
        print(f"{left_out:16} left out: p {p:.3f}  r {r:.3f}  f1 {sums[-1]:.3f}  of {n:.0f}")
    print(f"mean f1 {numpy.mean(sums):.3f}")
    w = learn([p for p, _ in everything], [v * scale for _, v in everything])
    print(", ".join(f"{v:.2f}" for v in w))


if __name__ == "__main__":
    main()
