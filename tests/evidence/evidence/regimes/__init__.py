"""How a trainer trains: plainly, and in the ways in which papers fight back. The lab of the app has the same ones, with the
same numbers (src/prove/lab/regimes)."""

from typing import Callable, Dict

from .adversarial import Adversarial
from .augmentations import Coin, Plain, ResizedCrop, RskFf
from .projections import ClassMean, HighPass, OrthogonalProjection
from .regime import Regime
from .squeezing import Grey, Jpeg
from .ueraser import UEraser

REGIMES: Dict[str, Callable[[], Regime]] = {
    "erm": Plain,
    "at-linf": lambda: Adversarial("linf", 4 / 255),
    "at-l2": lambda: Adversarial("l2", 0.5),
    "resized-crop": ResizedCrop,
    "rsk-ff": RskFf,
    "coin": Coin,
    "op": OrthogonalProjection,
    "class-mean": ClassMean,
    "high-pass": HighPass,
    "iss-grey": Grey,
    "iss-jpeg": Jpeg,
    "ueraser": UEraser,
}
