"""Adversarial training (Madry et al., ICLR 2018, section 2.1)."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .regime import Regime


class Adversarial(Regime):
    """Learns pictures that were moved to where the network errs most, within a ball: projected gradient descent from a random
    start, steps of 2.5 · radius / steps. `norm`: "linf" or "l2"; `radius` in pixel values from 0 to 1."""

    def __init__(self, norm: str, radius: float, steps: int = 10) -> None:
        self.norm, self.radius, self.steps = norm, radius, steps

    def attack(self, network: nn.Module, images: Tensor, targets: Tensor) -> Tensor:
        # With moving averages: an attack must leave no trace in them.
        training = network.training
        network.eval()
        moved = self._within(images + self._start(images), images)
        for _ in range(self.steps):
            moved.requires_grad_(True)
            uphill = torch.autograd.grad(F.cross_entropy(network(moved), targets), moved)[0]
            step = uphill.sign() if self.norm == "linf" else uphill / lengths(uphill)
            moved = self._within(moved.detach() + 2.5 * self.radius / self.steps * step, images)
        network.train(training)
        return moved

    def _start(self, images: Tensor) -> Tensor:
        if self.norm == "linf":
            return (2 * torch.rand_like(images) - 1) * self.radius
        any_way = torch.randn_like(images)
        return any_way / lengths(any_way) * torch.rand(len(images), 1, 1, 1, device=images.device) * self.radius

    def _within(self, moved: Tensor, images: Tensor) -> Tensor:
        shift = moved - images
        if self.norm == "linf":
            shift = shift.clamp(-self.radius, self.radius)
        else:
            shift = shift * (self.radius / lengths(shift)).clamp(max=1)
        return (images + shift).clamp(0, 1)


def lengths(pictures: Tensor) -> Tensor:
    """Of each picture's values, never 0: n × 1 × 1 × 1."""
    return pictures.flatten(1).norm(dim=1).clamp(min=1e-12).view(-1, 1, 1, 1)
