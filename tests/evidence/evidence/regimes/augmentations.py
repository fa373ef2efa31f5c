"""Pictures changed by chance, batch by batch."""

import torch
import torch.nn.functional as F
from torch import Tensor
from torchvision.transforms import ColorJitter, InterpolationMode, RandomResizedCrop

from .regime import Regime, crop_and_flip, slow_part


class Plain(Regime):
    """Empirical risk minimisation with crop and flip: training as everybody does it."""


class ResizedCrop(Regime):
    """What most programs do to photographs: crops of 8 to 100 % of the area (Szegedy et al. 2015, section 6), mirrored every
    second time, brightness, contrast and saturation changed by up to 0.4 (fb.resnet.torch)."""

    def __init__(self) -> None:
        self.colours = ColorJitter(0.4, 0.4, 0.4)

    def batch(self, images: Tensor, targets: Tensor) -> Tensor:
        crop = RandomResizedCrop(images.shape[-1], interpolation=InterpolationMode.BILINEAR)
        flips = (torch.rand(len(images)) < 0.5).tolist()
        return torch.stack([self.colours(crop(each)).flip(2 if flip else []) for each, flip in zip(images, flips)])


class Coin(Regime):
    """COIN (Wang et al., arXiv 2311.18403): every pixel is taken from up to 2 pixels of a 32-pixel picture away, each way, by
    linear interpolation; beyond an edge the picture goes on at the opposite one."""

    def __init__(self, reach: float = 2.0) -> None:
        self.reach = reach

    def batch(self, images: Tensor, targets: Tensor) -> Tensor:
        return shifted(crop_and_flip(images), self.reach * images.shape[-1] / 32)


def shifted(images: Tensor, reach: float) -> Tensor:
    n, channels, height, width = images.shape
    shifts = (2 * torch.rand(2, n, height, width, device=images.device) - 1) * reach
    x = torch.arange(width, device=images.device) + shifts[0]
    y = torch.arange(height, device=images.device)[:, None] + shifts[1]
    left, top = x.floor(), y.floor()
    flat, out = images.flatten(2), torch.zeros_like(images)
    for down in (0, 1):
        for right in (0, 1):
            place = ((top + down) % height * width + (left + right) % width).long()
            weight = (x - left if right else 1 - x + left) * (y - top if down else 1 - y + top)
            picked = flat.gather(2, place.view(n, 1, -1).expand(-1, channels, -1))
            out += picked.view_as(images) * weight[:, None]
    return out.clamp(0, 1)


class RskFf(Regime):
    """RSK + FF (Kim and Sandoval-Segura, arXiv 2411.01742): a sharpening kernel of its own for each picture, then the lowest
    30 % of its frequencies, then crop and flip back to the full side."""

    def batch(self, images: Tensor, targets: Tensor) -> Tensor:
        sharp = sharpened(images)
        low = slow_part(sharp, int(sharp.shape[-1] * 0.3)).clamp(0, 1)
        return crop_and_flip(low, images.shape[-1])


def sharpened(images: Tensor) -> Tensor:
    """Centre c ~ N(2.5, 0.1²), four neighbours −w with w ~ N((c − 1) / 4, 0.1²), corners 0; no padding."""
    n, channels, height, width = images.shape
    centre = 2.5 + 0.1 * torch.randn(n, device=images.device)
    neighbours = (centre[:, None] - 1) / 4 + 0.1 * torch.randn(n, 4, device=images.device)
    kernels = torch.zeros(n, 3, 3, device=images.device)
    kernels[:, 1, 1] = centre
    for at, (y, x) in enumerate(((0, 1), (1, 0), (1, 2), (2, 1))):
        kernels[:, y, x] = -neighbours[:, at]
    weights = kernels.repeat_interleave(channels, 0)[:, None]
    out = F.conv2d(images.reshape(1, n * channels, height, width), weights, groups=n * channels)
    return out.view(n, channels, height - 2, width - 2).clamp(0, 1)
