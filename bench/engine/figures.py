"""What is measured, and what the ratios of our figures to the peers' should be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row of the table.

    must, goal: upper bounds on our figure divided by the peer's; none where it is only told.
    """

    key: str
    label: str
    must: float | None = None
    goal: float | None = None

    def verdict(self, ratio, less_machine):
        """less_machine: whether ours has fewer threads or narrower vectors than the peer."""
        if self.must is None:
            return ""
        if less_machine:
            return "faster" if ratio < 1 else "SLOWER"
        if ratio <= self.goal:
            return "goal"
        return "must" if ratio <= self.must else "MISSED"


@dataclass(frozen=True)
class Work:
    """One of the lectures' works. script: the peer's, in peers/."""

    title: str
    script: str
    peer: str
    figures: tuple


MEMORY = Figure("memory", "peak resident memory, MB", 0.6, 0.3)
MEMORY_TOLD = Figure("memory", "peak resident memory, MB")


def training(title, epoch_must, epoch_goal, samples):
    return Work(
        title,
        "training.py",
        "Keras",
        (
            Figure("warm", "epoch, s", epoch_must, epoch_goal),
            Figure("cold", "first epoch, s", 0.7, 0.4),
            Figure("evaluate", f"evaluate {samples}, s", 0.4, 0.2),
            MEMORY,
        ),
    )


def layer(title):
    step = Figure("warm", "forward and backward, s", 1.0, 0.7)
    return Work(title, "layer.py", "TensorFlow", (step, MEMORY_TOLD))


WORKS = {
    "cnn": training("★1 Fashion-MNIST CNN, batch 200", 0.40, 0.25, "10,000 images"),
    "rnn": training("★3a IMDB SimpleRNN, batch 32", 0.30, 0.20, "25,000 reviews"),
    "lstm": training("★3b IMDB bidirectional LSTM, batch 32", 0.35, 0.25, "25,000 reviews"),
    "addition": Work(
        "★2 binary addition, 10,000 iterations",
        "binary_addition.py",
        "numpy",
        (Figure("warm", "training, s", 0.15, 0.05), Figure("cold", "first training, s"), MEMORY_TOLD),
    ),
    "cbow": Work(
        "★4 CBOW, 1,000 epochs",
        "cbow.py",
        "numpy",
        (Figure("warm", "training, s", 0.2, 0.05), Figure("cold", "first training, s"), MEMORY_TOLD),
    ),
    "gan": Work(
        "★6 GAN, 1,000 updates of each network",
        "gan.py",
        "Keras",
        (Figure("warm", "1,000 updates, s", 0.2, 0.05), Figure("cold", "first 1,000, s"), MEMORY),
    ),
    "lstm-layer": layer("LSTM layer, batch 64, T 50, 256 → 256"),
    "encoder-layer": layer("Transformer encoder layer, batch 32, T 50, d 128, 8 heads, ff 512"),
    "conv-layer": layer("convolution 3×3, 64 → 64, 28×28, batch 32"),
}

TRAININGS = [name for name, work in WORKS.items() if work.script == "training.py"]
