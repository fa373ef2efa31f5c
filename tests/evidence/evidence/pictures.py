"""Photos of an archive or a folder as one tensor of small pictures.

An archive (`NAME.zip`, or the folder that it was unpacked to) holds one folder a label, as
`torchvision.datasets.ImageFolder` expects it.
"""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Dict, List, Optional, Sequence

import torch
from PIL import Image
from torch import Tensor
from torchvision.datasets import ImageFolder


@dataclass(frozen=True)
class Pictures:
    """`images`: n × 3 × side × side, bytes. `targets`: n, the place of each label in `labels`."""

    images: Tensor
    targets: Tensor
    labels: Sequence[str]
    sha256: str
    """Of all files, by path and content: what was trained or tested on."""

    def __len__(self) -> int:
        return len(self.targets)


def load(source: Path, side: int, labels: Optional[Sequence[str]] = None, most: Optional[int] = None) -> Pictures:
    """Reads a zip or a folder.

    labels: the labels of the training set; a test set must have no others. most: photos taken of each label, the first
    by name; all, if it is left out.
    """
    if not source.exists():
        raise SystemExit(f"{source}: there is no such file or folder.")
    if source.is_dir():
        return _read(source, side, labels, most)
    if not zipfile.is_zipfile(source):
        raise SystemExit(f"{source}: neither a folder nor a zip.")
    with TemporaryDirectory() as folder:
        with zipfile.ZipFile(source) as archive:
            archive.extractall(folder)
        return _read(Path(folder), side, labels, most)


def _read(folder: Path, side: int, labels: Optional[Sequence[str]], most: Optional[int]) -> Pictures:
    try:
        found = ImageFolder(str(folder), loader=lambda path: _shrunk(path, side))
    except FileNotFoundError as error:
        raise SystemExit(f"{folder}: needs one folder of photos a label ({error}).") from None
    wanted = list(labels) if labels is not None else found.classes
    strangers = sorted(set(found.classes) - set(wanted))
    if strangers:
        raise SystemExit(f"{folder}: these labels are not in the training set: {', '.join(strangers)}.")
    samples = _first(found.samples, most)
    digest, images, targets = hashlib.sha256(), [], []
    for path, place in samples:
        digest.update(str(Path(path).relative_to(folder)).encode() + b"\0" + Path(path).read_bytes())
        images.append(found.loader(path))
        targets.append(wanted.index(found.classes[place]))
    return Pictures(torch.stack(images), torch.tensor(targets), wanted, digest.hexdigest())


def _first(samples: List, most: Optional[int]) -> List:
    """Of each label the first `most`; samples come sorted by label and path."""
    taken: Dict[int, int] = {}
    kept = []
    for path, place in samples:
        taken[place] = taken.get(place, 0) + 1
        if most is None or taken[place] <= most:
            kept.append((path, place))
    return kept


def _shrunk(path: str, side: int) -> Tensor:
    """The middle square, shrunk by area: what a training set keeps of a photo. 3 × side × side bytes."""
    try:
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
    except OSError as error:
        raise SystemExit(f"{path}: cannot be read ({error}). Take it out, or protect it anew.") from None
    short = min(picture.size)
    left, top = (picture.width - short) // 2, (picture.height - short) // 2
    square = picture.crop((left, top, left + short, top + short))
    if short != side:
        square = square.resize((side, side), Image.BOX if short > side else Image.BICUBIC)
    values = torch.frombuffer(bytearray(square.tobytes()), dtype=torch.uint8)
    return values.view(side, side, 3).permute(2, 0, 1).contiguous()
