"""The recogniser for running text: a small recurrent network that lies inside the installed jieba package.

Two layers of bidirectional GRU with a CRF on top, by Baidu, 57 tags (PER, LOC, ORG, TIME and parts of
speech). Its files are read from `jieba/lac_small` and run in numpy, many clauses at once; jieba itself is
not imported. Where the files or numpy are missing, `load()` gives None and names come from form alone.
"""

import importlib.util
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

try:
    import numpy
except ImportError:  # the room works without
    numpy = None

HIDDEN = 128
BATCH = 96  # clauses run side by side


@dataclass(frozen=True)
class Tagging:
    """What the network says of one clause.

    `words`: (start, end, tag) of its best reading, tags such as PER, LOC, ORG, n, v. `begins`,
    `inside`: for each of PER, LOC, ORG the probability that a name of that kind begins at a character,
    or goes on at it.
    """

    words: tuple[tuple[int, int, str], ...]
    begins: dict[str, list[float]]
    inside: dict[str, list[float]]


class Network:
    """The loaded weights; `tag` may be called from several threads."""

    def __init__(self, folder: Path) -> None:
        model = folder / "model_baseline"
        self.characters = _dictionary(folder / "word.dic")
        tags = sorted(_dictionary(folder / "tag.dic").items(), key=lambda item: item[1])
        self.tags = [tag for tag, _ in tags]
        self.unknown = self.characters["OOV"]
        self.embedding = _weights(model / "word_emb").reshape(-1, HIDDEN)
        self.layers = [[_layer(model, 2 * depth + direction) for direction in (0, 1)] for depth in (0, 1)]
        self.emission = _weights(model / "fc_4.w_0").reshape(2 * HIDDEN, -1)
        self.emission_bias = _weights(model / "fc_4.b_0")
        crf = _weights(model / "crfw").reshape(len(self.tags) + 2, len(self.tags))
        self.start, self.end, self.transitions = crf[0], crf[1], crf[2:]

    def tag(self, clauses: Sequence[str]) -> list[Tagging]:
        """The tags of each clause; an empty clause has none."""
        result = [Tagging((), {}, {})] * len(clauses)
        order = sorted((i for i, clause in enumerate(clauses) if clause), key=lambda i: len(clauses[i]))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            for i, tagging in zip(batch, self._tag_batch([clauses[i] for i in batch]), strict=True):
                result[i] = tagging
        return result

    def _tag_batch(self, clauses: Sequence[str]) -> list[Tagging]:
        lengths = numpy.array([len(clause) for clause in clauses])
        ids = numpy.full((lengths.max(), len(clauses)), self.unknown)
        for column, clause in enumerate(clauses):
            ids[: len(clause), column] = [self.characters.get(c, self.unknown) for c in clause]
        emissions = self._emissions(ids, lengths)
        paths = self._best_paths(emissions, lengths)
        chances = self._chances(emissions, lengths)
        columns = {
            kind: (self.tags.index(f"{kind}-B"), self.tags.index(f"{kind}-I"))
            for kind in ("PER", "LOC", "ORG")
        }
        return [
            Tagging(
                tuple(self._words(paths[: len(clause), i])),
                {kind: chances[: len(clause), i, b].tolist() for kind, (b, _) in columns.items()},
                {kind: chances[: len(clause), i, c].tolist() for kind, (_, c) in columns.items()},
            )
            for i, clause in enumerate(clauses)
        ]

    def _emissions(self, ids: "numpy.ndarray", lengths: "numpy.ndarray") -> "numpy.ndarray":
        steps = numpy.arange(len(ids))[:, None]
        # Each clause turned round at its own end, so that padding is read last in both directions.
        turned = numpy.where(steps < lengths, lengths - 1 - steps, steps)
        values = self.embedding[ids]
        for forward, backward in self.layers:
            ahead = _gru(values, *forward)
            back = _gru(numpy.take_along_axis(values, turned[:, :, None], 0), *backward)
            values = numpy.concatenate([ahead, numpy.take_along_axis(back, turned[:, :, None], 0)], axis=2)
        return values @ self.emission + self.emission_bias

    def _best_paths(self, emissions: "numpy.ndarray", lengths: "numpy.ndarray") -> "numpy.ndarray":
        count, width, _ = emissions.shape
        score = emissions[0] + self.start
        back = numpy.zeros(emissions.shape, dtype=numpy.int16)
        last = numpy.zeros(width, dtype=int)
        for step in range(count):
            if step:
                reached = score[:, :, None] + self.transitions
                back[step] = reached.argmax(1)
                score = reached.max(1) + emissions[step]
            ending = lengths == step + 1
            last[ending] = (score + self.end).argmax(1)[ending]
        paths = numpy.zeros((count, width), dtype=int)
        current = last
        for step in range(count - 1, -1, -1):
            alive = step < lengths
            paths[step, alive] = current[alive]
            before = back[step, numpy.arange(width), current]
            current = numpy.where(alive & (step > 0), before, current)
        return paths

    def _chances(self, emissions: "numpy.ndarray", lengths: "numpy.ndarray") -> "numpy.ndarray":
        """The probability of each tag at each character (forward and backward sums, scaled at each step)."""
        count = len(emissions)
        shifted = numpy.exp(emissions - emissions.max(2, keepdims=True))
        transitions = numpy.exp(self.transitions - self.transitions.max())
        start, end = numpy.exp(self.start - self.start.max()), numpy.exp(self.end - self.end.max())
        forward = numpy.empty_like(shifted)
        forward[0] = _normed(start * shifted[0])
        for step in range(1, count):
            forward[step] = _normed((forward[step - 1] @ transitions) * shifted[step])
        backward = numpy.empty_like(shifted)
        following = None
        for step in range(count - 1, -1, -1):
            here = numpy.broadcast_to(end, shifted[step].shape)
            if following is not None:
                onward = _normed((following * shifted[step + 1]) @ transitions.T)
                here = numpy.where((lengths == step + 1)[:, None], here, onward)
            backward[step] = following = _normed(here)
        return _normed(forward * backward)

    def _words(self, path: Iterable[int]) -> Iterable[tuple[int, int, str]]:
        start, tag = 0, ""
        for at, index in enumerate(path):
            name, _, place = self.tags[index].partition("-")
            if place == "I" and name == tag:
                continue
            if tag:
                yield (start, at, tag)
            start, tag = at, name
        if tag:
            yield (start, at + 1, tag)


def _gru(
    values: "numpy.ndarray",
    weight: "numpy.ndarray",
    bias: "numpy.ndarray",
    gates: "numpy.ndarray",
    candidate: "numpy.ndarray",
) -> "numpy.ndarray":
    inputs = values @ weight + bias
    state = numpy.zeros((values.shape[1], HIDDEN), dtype=numpy.float32)
    states = numpy.empty((*values.shape[:2], HIDDEN), dtype=numpy.float32)
    for step, given in enumerate(inputs):
        gate = 1 / (1 + numpy.exp(-(given[:, : 2 * HIDDEN] + state @ gates)))
        update, reset = gate[:, :HIDDEN], gate[:, HIDDEN:]
        fresh = numpy.tanh(given[:, 2 * HIDDEN :] + (reset * state) @ candidate)
        state = state + update * (fresh - state)
        states[step] = state
    return states


def _normed(values: "numpy.ndarray") -> "numpy.ndarray":
    return values / numpy.maximum(values.sum(-1, keepdims=True), 1e-30)


def _layer(model: Path, number: int) -> tuple["numpy.ndarray", ...]:
    weight = _weights(model / f"fc_{number}.w_0").reshape(-1, 3 * HIDDEN)
    bias = _weights(model / f"fc_{number}.b_0") + _weights(model / f"gru_{number}.b_0")
    recurrent = _weights(model / f"gru_{number}.w_0")
    gates = recurrent[: 2 * HIDDEN * HIDDEN].reshape(HIDDEN, 2 * HIDDEN)
    return weight, bias, gates, recurrent[2 * HIDDEN * HIDDEN :].reshape(HIDDEN, HIDDEN)


def _weights(path: Path) -> "numpy.ndarray":
    """A parameter file: 16 bytes, the length of a description (4 bytes), the description, float32 values."""
    data = path.read_bytes()
    offset = 20 + int.from_bytes(data[16:20], "little")
    return numpy.frombuffer(data, dtype="<f4", offset=offset)


def _dictionary(path: Path) -> dict[str, int]:
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {word: int(number) for number, word in pairs}


_loading = threading.Lock()
_loaded: list[Network | None] = []


def load() -> Network | None:
    """The network, read once when first asked for; None where it is not installed."""
    if not _loaded:
        with _loading:
            if not _loaded:
                _loaded.append(_read())
    return _loaded[0]


def _read() -> Network | None:
    spec = importlib.util.find_spec("jieba") if numpy is not None else None
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "lac_small"
    return Network(folder) if (folder / "model_baseline" / "crfw").exists() else None
