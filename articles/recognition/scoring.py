"""From facts to a score: the sum of their weights, the log-odds that the candidate is a name."""

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

Weights = dict[str, dict[str, dict[str, float]]]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights: round ("first", "second") → kind → fact → weight."""
    return json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))


def score(facts: Iterable[str], weight: dict[str, float]) -> float:
    """The log-odds of a candidate with these facts; facts never met count nothing."""
    return sum(weight.get(fact, 0.0) for fact in facts)


def confidence(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
