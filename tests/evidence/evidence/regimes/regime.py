"""What a regime may do to pictures, and crop and flip, which nearly all begin with."""

import torch
from torch import Tensor, nn


class Regime:
    """Pictures are n × 3 × side × side, from 0 to 1. All of chance comes from torch's global generator, which the training
    seeds anew for every epoch."""

    def prepare(self, images: Tensor, targets: Tensor, labels: int) -> Tensor:
        """Once, before training, on all of the training set."""
        return images

    def look(self, images: Tensor) -> Tensor:
        """On every picture that the network is shown, those that it is tested on included."""
        return images

    def batch(self, images: Tensor, targets: Tensor) -> Tensor:
        """On every batch that is learnt from."""
        return crop_and_flip(images)

    def attack(self, network: nn.Module, images: Tensor, targets: Tensor) -> Tensor:
        """After `batch`, with the network as it stands."""
        return images


def crop_and_flip(images: Tensor, side: int = 0) -> Tensor:
    """A square of the old size from the picture with an eighth of zeros around it, mirrored every second time (He et al.
    2016, section 4.2, for 32 pixels: 4). `side`: of the squares, if not the pictures'."""
    n, channels, height, width = images.shape
    side = side or height
    padding = round(side / 8)
    padded = torch.zeros(n, channels, height + 2 * padding, width + 2 * padding, device=images.device)
    padded[:, :, padding : padding + height, padding : padding + width] = images
    tops = torch.randint(padded.shape[2] - side + 1, (n,))
    lefts = torch.randint(padded.shape[3] - side + 1, (n,))
    flips = torch.rand(n) < 0.5
    cut = [
        each[:, top : top + side, left : left + side].flip(2 if flip else [])
        for each, top, left, flip in zip(padded, tops.tolist(), lefts.tolist(), flips.tolist())
    ]
    return torch.stack(cut)


def cosine_basis(side: int, frequencies: int) -> Tensor:
    """The first waves of the orthonormal cosine transform (DCT-II): frequencies × side."""
    places = (2 * torch.arange(side, dtype=torch.float64) + 1) * torch.pi / (2 * side)
    waves = torch.cos(torch.arange(frequencies, dtype=torch.float64)[:, None] * places) * (2 / side) ** 0.5
    waves[:1] /= 2**0.5
    return waves.float()


def slow_part(images: Tensor, frequencies: int) -> Tensor:
    """What the first `frequencies` rows and columns of the cosine transform hold, where they cross."""
    waves = cosine_basis(images.shape[-1], frequencies).to(images.device)
    matrix = waves.T @ waves
    return matrix @ images @ matrix
