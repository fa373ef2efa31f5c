"""What trainers do who suppose one and the same addition on every picture of a label."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .regime import Regime, slow_part


class OrthogonalProjection(Regime):
    """OP (Sandoval-Segura et al., arXiv 2305.19254, algorithm 1): a linear model learns the pictures; the training proper
    sees them without what lies along the model's rows. Test pictures stay as they are."""

    def __init__(self, epochs: int = 20, rate: float = 0.1) -> None:
        self.epochs, self.rate = epochs, rate

    def prepare(self, images: Tensor, targets: Tensor, labels: int) -> Tensor:
        rows = linear_model(images, targets, labels, self.epochs, self.rate)
        axes, _ = torch.linalg.qr(rows.T)
        lines = images.flatten(1)
        return (lines - lines @ axes @ axes.T).view_as(images)


def linear_model(images: Tensor, targets: Tensor, labels: int, epochs: int, rate: float) -> Tensor:
    """Softmax regression from nothing on centred pictures: a row of weights a label."""
    lines = images.flatten(1)
    model = nn.Linear(lines.shape[1], labels, bias=False).to(images.device)
    nn.init.zeros_(model.weight)
    optimiser = torch.optim.SGD(model.parameters(), rate)
    centred = lines - lines.mean(0)
    for _ in range(epochs):
        for places in torch.randperm(len(centred)).split(128):
            optimiser.zero_grad()
            F.cross_entropy(model(centred[places]), targets[places]).backward()
            optimiser.step()
    return model.weight.detach()


class ClassMean(Regime):
    """Each label's mean picture is taken off its pictures and the mean of all put back (section 4.4 of the same paper)."""

    def prepare(self, images: Tensor, targets: Tensor, labels: int) -> Tensor:
        without = images.clone()
        for label in targets.unique().tolist():
            own = targets == label
            without[own] -= images[own].mean(0) - images.mean(0)
        return without


class HighPass(Regime):
    """Every picture, tested ones included, loses the slowest 4 × 4 waves of its cosine transform: just those that casts are
    made of (after Wang et al., arXiv 1905.13545, section 3, who cut a circle of Fourier's)."""

    def __init__(self, frequencies: int = 4) -> None:
        self.frequencies = frequencies

    def look(self, images: Tensor) -> Tensor:
        return images - slow_part(images, self.frequencies) + 0.5
