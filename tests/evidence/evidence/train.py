"""python -m evidence.train --archive NAME.zip --test FOLDER --arch resnet18

Trains a network on the protected photos of an archive and asks it about clean photos that it never saw. Adds its result,
with seed, versions and the SHA-256 of both sets, to results.jsonl. Goes on after a stop; what is done is skipped.
"""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

import torch

from . import pictures, results
from .intervals import wilson
from .networks import NETWORKS
from .recipes import RECIPES
from .regimes import REGIMES
from .training import Settings, Training


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="python -m evidence.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", type=Path, required=True, help="zip or folder of photos, one folder a label")
    parser.add_argument("--test", type=Path, required=True, help="clean photos, one folder a label")
    parser.add_argument("--name", help="what the archive is called in the report, such as light (its file name)")
    parser.add_argument("--arch", choices=NETWORKS, default="resnet18")
    parser.add_argument("--regime", choices=[*REGIMES, "all"], default="erm")
    parser.add_argument("--recipe", choices=RECIPES, default="papers", help="how weights are learnt")
    parser.add_argument("--side", type=int, default=32, help="of the training pictures, in pixels")
    parser.add_argument("--epochs", type=int, help="the recipe's, if left out")
    parser.add_argument("--batch", type=int, help="the recipe's, if left out")
    parser.add_argument("--seeds", type=int, default=1, help="runs of each regime, with seeds 1 to n")
    parser.add_argument("--most", type=int, help="photos taken of each label; all, if left out")
    parser.add_argument("--out", type=Path, default=Path("evidence-out"), help="folder of results and checkpoints")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args(arguments)


def main(arguments=None) -> int:
    options = parse(arguments)
    train = pictures.load(options.archive, options.side, most=options.most)
    test = pictures.load(options.test, options.side, labels=train.labels)
    options.out.mkdir(parents=True, exist_ok=True)
    regimes = list(REGIMES) if options.regime == "all" else [options.regime]
    try:
        for regime in regimes:
            for seed in range(1, options.seeds + 1):
                one_run(options, regime, seed, train, test)
    except KeyboardInterrupt:
        print("Stopped. The same command goes on where it was.", file=sys.stderr)
        return 130
    return 0


def one_run(options, regime: str, seed: int, train: pictures.Pictures, test: pictures.Pictures) -> None:
    recipe = RECIPES[options.recipe]
    settings = Settings(
        arch=options.arch,
        regime=regime,
        recipe=options.recipe,
        side=options.side,
        epochs=options.epochs or recipe.epochs,
        batch=options.batch or recipe.batch,
        seed=seed,
    )
    name = options.name or options.archive.stem
    about = {"name": name, **asdict(settings), "archive": train.sha256, "test": test.sha256}
    file = options.out / "results.jsonl"
    if any(line["kind"] == "result" and about.items() <= line.items() for line in results.read(file)):
        print(f"{name}, {settings.arch}, {regime}, seed {seed}: done already.")
        return
    checkpoint = options.out / f"{name}-{settings.arch}-{regime}-{seed}.pt"
    training = Training(settings, train, torch.device(options.device), checkpoint)
    for epoch in training.run():
        results.add(file, {"kind": "epoch", **about, **asdict(epoch)})
        print(f"{regime} {seed}: epoch {epoch.epoch} of {settings.epochs}, loss {epoch.loss:.3f}", file=sys.stderr)
    outcome = training.test(test)
    low, high = wilson(outcome.right, outcome.tested)
    line = {"kind": "result", **about, **asdict(outcome), "trained": len(train), "labels": list(train.labels)}
    results.add(file, {**line, "interval": [low, high], "versions": results.versions()})
    checkpoint.unlink(missing_ok=True)
    share = outcome.right / outcome.tested
    print(
        f"{name}, {settings.arch}, {regime}, seed {seed}: {share:.1%} of {outcome.tested} clean photos "
        f"(between {low:.1%} and {high:.1%})"
    )


if __name__ == "__main__":
    sys.exit(main())
