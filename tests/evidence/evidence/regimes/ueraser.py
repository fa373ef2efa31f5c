"""AA, adversarial augmentation (Qin et al., UEraser, arXiv 2303.15127, algorithm 1)."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .regime import Regime


class UEraser(Regime):
    """Every picture is changed `repeats` times and learnt as that one on which the network errs most: clouds of light, clouds
    of contrast, and every second time its colours in another order. As in the lab, without TrivialAugment, in all epochs."""

    def __init__(self, repeats: int = 5) -> None:
        self.repeats = repeats

    def attack(self, network: nn.Module, images: Tensor, targets: Tensor) -> Tensor:
        training = network.training
        network.eval()
        with torch.no_grad():
            variants = torch.stack([changed(images) for _ in range(self.repeats)])
            losses = torch.stack([F.cross_entropy(network(each), targets, reduction="none") for each in variants])
        network.train(training)
        return variants[losses.argmax(0), torch.arange(len(images))]


def changed(images: Tensor) -> Tensor:
    n = len(images)
    light = clouds(images) * 2 - 1
    strength = 0.5 + 0.5 * torch.rand(n, 1, 1, 1, device=images.device)
    bright = (images + light * strength).clamp(0, 1)
    contrasted = ((bright - 0.5) * 4 * clouds(images) + 0.5).clamp(0, 1)
    orders = [torch.randperm(3) if torch.rand(()) < 0.5 else torch.arange(3) for _ in range(n)]
    return torch.stack([each[order] for each, order in zip(contrasted, orders)])


def clouds(images: Tensor) -> Tensor:
    """Clouds from 0 to 1, one a picture, by the diamond-square algorithm (Fournier et al. 1982): n × 1 × side × side."""
    n, side = len(images), images.shape[-1]
    roughness = 0.3 + 0.4 * torch.rand(n, 1, 1)
    step = 1
    while step < side - 1:
        step *= 2
    grid = torch.zeros(n, step + 1, step + 1)
    grid[:, ::step, ::step] = torch.rand(n, 2, 2)
    scale = roughness
    while step > 1:
        half = step // 2
        corners = grid[:, ::step, ::step]
        middle = (corners[:, 1:, 1:] + corners[:, :-1, 1:] + corners[:, 1:, :-1] + corners[:, :-1, :-1]) / 4
        grid[:, half::step, half::step] = middle + _shift(middle, scale)
        for top, left in ((0, half), (half, 0)):
            beside = _beside(grid, half)[:, top::step, left::step]
            grid[:, top::step, left::step] = beside + _shift(beside, scale)
        step, scale = half, scale * roughness
    cut = grid[:, None, :side, :side]
    least, most = cut.amin((2, 3), keepdim=True), cut.amax((2, 3), keepdim=True)
    return ((cut - least) / (most - least).clamp(min=1e-12)).to(images.device)


def _shift(like: Tensor, scale: Tensor) -> Tensor:
    return (2 * torch.rand_like(like) - 1) * scale


def _beside(grid: Tensor, reach: int) -> Tensor:
    """Mean of the neighbours above, below, left and right, `reach` away, of those that there are."""
    total, count = torch.zeros_like(grid), torch.zeros_like(grid)
    side = grid.shape[-1]
    for to, take in ((slice(reach, side), slice(0, side - reach)), (slice(0, side - reach), slice(reach, side))):
        total[:, to] += grid[:, take]
        count[:, to] += 1
        total[:, :, to] += grid[:, :, take]
        count[:, :, to] += 1
    return total / count
