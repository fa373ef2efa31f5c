"""How weights are learnt: as the papers on unlearnable data do it, and as the app's lab does."""

import math
from dataclasses import dataclass
from typing import Callable, Dict

from torch import nn
from torch.optim import SGD, AdamW, Optimizer


@dataclass(frozen=True)
class Recipe:
    optimiser: Callable[[nn.Module], Optimizer]
    rate: Callable[[int, int], float]
    """Of a step and the number of steps: the part of the highest rate."""
    epochs: int
    batch: int


def _sgd(network: nn.Module) -> Optimizer:
    return SGD(network.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)


def _cosine(step: int, steps: int) -> float:
    return (1 + math.cos(math.pi * step / steps)) / 2


def _adam(network: nn.Module) -> Optimizer:
    """Decay for weights of two axes or more alone, as in the lab."""
    weights = list(network.parameters())
    groups = [
        {"params": [each for each in weights if each.dim() > 1], "weight_decay": 0.05},
        {"params": [each for each in weights if each.dim() <= 1], "weight_decay": 0.0},
    ]
    return AdamW(groups, lr=0.003)


def _one_cycle(step: int, steps: int) -> float:
    """Up in a quarter of the steps, from 0.04; down to nothing by the end; both as half a cosine wave."""
    done = (step + 0.5) / steps
    if done < 0.25:
        return 0.04 + 0.96 * (1 - math.cos(math.pi * done / 0.25)) / 2
    return (1 + math.cos(math.pi * (done - 0.25) / 0.75)) / 2


RECIPES: Dict[str, Recipe] = {
    "papers": Recipe(_sgd, _cosine, epochs=60, batch=128),
    "lab": Recipe(_adam, _one_cycle, epochs=24, batch=16),
}
