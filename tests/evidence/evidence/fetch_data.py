"""python -m evidence.fetch_data cifar10 --from DATA --out SETS --protect standard --key-file KEY

Lays a data set out as photos, one folder a label, in SETS/NAME/train and SETS/NAME/test, and protects the training photos with
`keyveil protect`. DATA is a folder of torchvision's: for cifar10 and cifar100 it is filled if need be (--download); for
tiny-imagenet it holds the unpacked tiny-imagenet-200, for imagenet100 ImageNet's train and val, one folder a class.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterable, Tuple

from PIL import Image
from torchvision.datasets import CIFAR10, CIFAR100

ROOT = Path(__file__).resolve().parents[3]
"""The checkout, whose command line protects."""

Photo = Tuple[str, str, Path]
"""Label, name, and where it lies."""


def cifar(kind, source: Path, out: Path, download: bool) -> None:
    for part in ("train", "test"):
        try:
            photos = kind(str(source), train=part == "train", download=download)
        except RuntimeError as error:
            raise SystemExit(f"{source}: {error} Or give --download.") from None
        for at, (image, target) in enumerate(photos):
            place = out / part / photos.classes[target] / f"{at:05}.png"
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                save(image, place)


def save(image: Image.Image, place: Path) -> None:
    """Whole or not at all, so that what a stopped run left is never taken for a photo."""
    half = place.with_suffix(".half")
    image.save(half, "PNG")
    half.replace(place)


def tiny_imagenet(source: Path, out: Path) -> None:
    folder = source / "tiny-imagenet-200"
    train = ((each.parent.parent.name, each.name, each) for each in sorted(folder.glob("train/*/images/*.JPEG")))
    lay(train, out / "train", f"{folder}: holds no train/<class>/images/*.JPEG.")
    answers = folder / "val" / "val_annotations.txt"
    if not answers.exists():
        raise SystemExit(f"{answers}: is missing.")
    columns = (line.split("\t") for line in answers.read_text().splitlines())
    test = ((label, name, folder / "val" / "images" / name) for name, label, *_ in columns)
    lay(test, out / "test", f"{answers}: is empty.")


def imagenet100(source: Path, out: Path) -> None:
    """The first hundred classes by name, as the CUDA paper takes them."""
    classes = sorted(each.name for each in (source / "train").glob("*") if each.is_dir())[:100]
    if len(classes) < 100:
        raise SystemExit(f"{source}: train holds {len(classes)} classes; 100 are needed.")
    for part, given in (("train", "train"), ("test", "val")):
        photos = ((label, each.name, each) for label in classes for each in sorted((source / given / label).iterdir()))
        lay(photos, out / part, f"{source / given}: holds no photos.")


def lay(photos: Iterable[Photo], out: Path, none: str) -> None:
    count = 0
    for label, name, photo in photos:
        place = out / label / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            half = place.with_suffix(".half")
            shutil.copyfile(photo, half)
            half.replace(place)
        count += 1
    if count == 0:
        raise SystemExit(none)


def protect(out: Path, preset: str, key_file: Path) -> None:
    """By `keyveil protect`, whose paper presets are those of `cuda`. Goes on where it was stopped."""
    method = ["--method=cuda"] if preset in ("cifar", "imagenet") else []
    command = ["npx", "keyveil", "protect", str((out / "train").resolve()), str((out / preset).resolve())]
    settings = [f"--preset={preset}", f"--dataset=evidence-{out.name}", f"--key-file={key_file.resolve()}"]
    if subprocess.run([*command, *method, *settings], cwd=ROOT, check=False).returncode != 0:
        raise SystemExit("keyveil protect did not end well; what it said stands above.")


DATA_SETS = {
    "cifar10": lambda options, out: cifar(CIFAR10, options.source, out, options.download),
    "cifar100": lambda options, out: cifar(CIFAR100, options.source, out, options.download),
    "tiny-imagenet": lambda options, out: tiny_imagenet(options.source, out),
    "imagenet100": lambda options, out: imagenet100(options.source, out),
}


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evidence.fetch_data", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=DATA_SETS)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="torchvision's folder")
    parser.add_argument("--download", action="store_true", help="let torchvision fetch what is missing (CIFAR)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--protect",
        action="append",
        default=[],
        choices=["light", "standard", "strong", "cifar", "imagenet"],
        help="may be given several times",
    )
    parser.add_argument("--key-file", type=Path, help="needed to protect")
    options = parser.parse_args(arguments)
    if options.protect and options.key_file is None:
        parser.error("--protect needs --key-file.")
    out = options.out / options.name
    DATA_SETS[options.name](options, out)
    for preset in options.protect:
        protect(out, preset, options.key_file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
