"""python -m evidence.report evidence-out/results.jsonl

Makes the table of what the networks got right of clean photos: archives beside one another, a row for each network and regime,
with the spread over seeds, and the figures of the CUDA paper where they are known.
"""

import argparse
import sys
from pathlib import Path
from typing import Dict, List, Tuple

from . import results
from .intervals import mean_and_spread, wilson

PAPER = {
    ("resnet18", "erm"): "CIFAR-10 94.7 → 18.5, CIFAR-100 76.3 → 12.7, ImageNet-100 80.7 → 9.0",
    ("resnet18", "at-linf"): "ImageNet-100 → 40.1",
    ("resnet18", "at-l2"): "ImageNet-100 → 20.6",
}
"""Sadasivan, Soltanolkotabi and Feizi, CVPR 2023: clean → protected by `cuda`, per cent. Others are not quoted here."""

Row = Tuple[str, str]


def table(lines: List[dict]) -> str:
    """Markdown. Worst is the most that a trainer got, as the literature counts it."""
    done = [line for line in lines if line["kind"] == "result"]
    if not done:
        raise SystemExit("There is no result yet. Run `python -m evidence.train` first.")
    names = list(dict.fromkeys(line["name"] for line in done))
    rows = list(dict.fromkeys((line["arch"], line["regime"]) for line in done))
    cells: Dict[Tuple[Row, str], List[dict]] = {}
    for line in done:
        cells.setdefault(((line["arch"], line["regime"]), line["name"]), []).append(line)
    out = [
        f"| network, regime | {' | '.join(names)} | the paper, `cuda` |",
        f"| --- |{' ---: |' * len(names)} --- |",
    ]
    for row in rows:
        said = [cell(cells.get((row, name), [])) for name in names]
        out.append(f"| {row[0]}, {row[1]} | {' | '.join(said)} | {PAPER.get(row, '–')} |")
    for arch in dict.fromkeys(arch for arch, _ in rows):
        own = [row for row in rows if row[0] == arch]
        if len(own) > 1:
            said = [" | ".join(over(cells, own, name, how) for name in names) for how in (max, average)]
            out += [f"| **{arch}, worst** | {said[0]} | |", f"| **{arch}, mean** | {said[1]} | |"]
    return "\n".join([*out, "", conditions(done)])


def share(lines: List[dict]) -> float:
    return mean_and_spread([line["right"] / line["tested"] for line in lines])[0]


def average(values: List[float]) -> float:
    return mean_and_spread(values)[0]


def cell(lines: List[dict]) -> str:
    if not lines:
        return "–"
    mean, spread = mean_and_spread([line["right"] / line["tested"] for line in lines])
    if len(lines) > 1:
        return f"{100 * mean:.1f} ± {100 * spread:.1f} ({len(lines)} seeds)"
    low, high = wilson(lines[0]["right"], lines[0]["tested"])
    return f"{100 * mean:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def over(cells, rows: List[Row], name: str, how) -> str:
    """Over the regimes that this archive has; marked where it lacks some."""
    there = [share(cells[row, name]) for row in rows if (row, name) in cells]
    if not there:
        return "–"
    lacks = "" if len(there) == len(rows) else f" (of {len(there)})"
    return f"{100 * how(there):.1f}{lacks}"


def conditions(done: List[dict]) -> str:
    """What all of it holds for, from the results themselves."""
    told = {
        key: sorted({str(line[key]) for line in done})
        for key in ("side", "epochs", "batch", "recipe", "trained", "tested")
    }
    commits = sorted({line["versions"]["commit"][:12] for line in done})
    parts = [f"{key} {', '.join(values)}" for key, values in told.items()]
    return (
        f"Per cent of clean photos; a single run with its Wilson interval of 95 per cent. {'; '.join(parts)}; "
        f"commit {', '.join(commits)}."
    )


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evidence.report", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", type=Path, nargs="+", help="results.jsonl, one or several")
    options = parser.parse_args(arguments)
    for file in options.results:
        if not file.exists():
            raise SystemExit(f"{file}: there is no such file.")
    print(table([line for file in options.results for line in results.read(file)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
