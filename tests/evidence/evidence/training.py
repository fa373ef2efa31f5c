"""One training of one network, which can be stopped at any moment and goes on at the last whole epoch."""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator, List, Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR

from .networks import build
from .pictures import Pictures
from .recipes import RECIPES, Recipe
from .regimes import REGIMES
from .regimes.regime import Regime


@dataclass(frozen=True)
class Settings:
    arch: str
    regime: str
    recipe: str
    side: int
    epochs: int
    batch: int
    seed: int


@dataclass(frozen=True)
class Epoch:
    epoch: int
    loss: float
    train_accuracy: float
    seconds: float


@dataclass(frozen=True)
class Outcome:
    right: int
    tested: int
    confusion: List[List[int]]
    """Rows: the label that is right; columns: the label said."""
    parameters: int


def chance(seed: int, epoch: int) -> None:
    """Seeds all of chance for one epoch, so that one that goes on after a stop draws what it would have drawn."""
    torch.manual_seed(int.from_bytes(hashlib.sha256(f"{seed}/{epoch}".encode()).digest()[:6], "big"))


def floats(images: Tensor, device: torch.device) -> Tensor:
    return images.to(device).float() / 255


class Training:
    """Holds what a checkpoint keeps: network, optimiser, schedule and the epoch that comes next."""

    def __init__(self, settings: Settings, train: Pictures, device: torch.device, checkpoint: Optional[Path]) -> None:
        self.settings, self.device, self.checkpoint = settings, device, checkpoint
        self.labels = len(train.labels)
        self.regime: Regime = REGIMES[settings.regime]()
        recipe: Recipe = RECIPES[settings.recipe]
        chance(settings.seed, 0)
        self.network = build(settings.arch, settings.side, self.labels).to(device)
        self.targets = train.targets.to(device)
        # Drawn here, and so the same after a stop.
        self.images = self.regime.prepare(floats(train.images, device), self.targets, self.labels)
        steps = settings.epochs * len(self._batches(torch.arange(len(train))))
        self.optimiser = recipe.optimiser(self.network)
        self.schedule = LambdaLR(self.optimiser, lambda step: recipe.rate(min(step, steps - 1), steps))
        self.next_epoch = 1
        if checkpoint is not None and checkpoint.exists():
            self._restore(torch.load(checkpoint, map_location=device))

    def _batches(self, places: Tensor) -> List[Tensor]:
        """Batches differ by one picture at most: one of two or three has no mean and variance to be normalised by."""
        count = max(1, round(len(places) / self.settings.batch))
        return list(places.tensor_split(count))

    def run(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Epoch]:
        """Epoch by epoch; keeps a checkpoint after each. Raises FloatingPointError when the loss is no number any more."""
        for epoch in range(self.next_epoch, self.settings.epochs + 1):
            if stop():
                return
            started = time.monotonic()
            chance(self.settings.seed, epoch)
            loss, right = self._epoch()
            if loss != loss or loss == float("inf"):
                raise FloatingPointError(f"The loss was no number any more in epoch {epoch}.")
            self.next_epoch = epoch + 1
            self._keep()
            yield Epoch(epoch, loss, right / len(self.targets), time.monotonic() - started)

    def _epoch(self):
        self.network.train()
        loss, right = 0.0, 0
        batches = self._batches(torch.randperm(len(self.targets)))
        for places in batches:
            targets = self.targets[places]
            images = self.regime.batch(self.regime.look(self.images[places]), targets)
            logits = self.network(self.regime.attack(self.network, images, targets))
            error = F.cross_entropy(logits, targets)
            self.optimiser.zero_grad(set_to_none=True)
            error.backward()
            self.optimiser.step()
            self.schedule.step()
            loss += error.item() / len(batches)
            right += int((logits.argmax(1) == targets).sum())
        return loss, right

    @torch.no_grad()
    def test(self, pictures: Pictures) -> Outcome:
        self.network.eval()
        confusion = [[0] * self.labels for _ in range(self.labels)]
        for images, targets in zip(pictures.images.split(256), pictures.targets.split(256)):
            said = self.network(self.regime.look(floats(images, self.device))).argmax(1).tolist()
            for target, answer in zip(targets.tolist(), said):
                confusion[target][answer] += 1
        right = sum(row[at] for at, row in enumerate(confusion))
        return Outcome(right, len(pictures), confusion, sum(weight.numel() for weight in self.network.parameters()))

    def _keep(self) -> None:
        if self.checkpoint is None:
            return
        state = {
            "settings": self.settings.__dict__,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "next_epoch": self.next_epoch,
        }
        half = self.checkpoint.with_suffix(".half")
        torch.save(state, half)
        half.replace(self.checkpoint)

    def _restore(self, state: dict) -> None:
        if state["settings"] != self.settings.__dict__:
            raise SystemExit(f"{self.checkpoint}: belongs to other settings. Remove it, or choose another --out.")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.next_epoch = state["next_epoch"]
