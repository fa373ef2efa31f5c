"""How far a share of few photos may be trusted."""

import math
from typing import List, Tuple

DEVIATE = 1.959963984540054
"""The normal deviate of 95 per cent confidence, two-sided."""


def wilson(right: int, total: int) -> Tuple[float, float]:
    """The 95 per cent score interval of a share (E. B. Wilson 1927), both ends from 0 to 1; of none, nothing is known."""
    if total == 0:
        return 0.0, 1.0
    share, squared = right / total, DEVIATE**2
    scale = 1 / (1 + squared / total)
    centre = scale * (share + squared / (2 * total))
    reach = scale * DEVIATE * math.sqrt(share * (1 - share) / total + squared / (4 * total**2))
    return max(0.0, centre - reach), min(1.0, centre + reach)


def mean_and_spread(values: List[float]) -> Tuple[float, float]:
    """Mean, and the standard deviation of a sample (0 of a single value)."""
    mean = sum(values) / len(values)
    if len(values) < 2:
        return mean, 0.0
    return mean, math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
