"""Chapter 10 in numpy: CBOW on "You are my sunshine.", 1,000 epochs of one batch of three.

usage: cbow.py WORK DATA_FOLDER COUNT (the first two are for others)
"""

import sys

import numpy as np
from laps import Laps, fact

WORDS, HIDDEN, EPOCHS = 5, 5, 1_000
CONTEXTS = np.eye(WORDS, dtype=np.float32)[[[0, 2], [1, 3], [2, 4]]]  # [N, 2, V]
TARGETS = np.eye(WORDS, dtype=np.float32)[[1, 2, 3]]  # [N, V]


class Adam:
    def __init__(self, rate=0.001, beta1=0.9, beta2=0.999):
        self.rate, self.beta1, self.beta2 = rate, beta1, beta2
        self.step, self.m, self.v = 0, {}, {}

    def update(self, parameters, gradients):
        self.step += 1
        rate = self.rate * np.sqrt(1 - self.beta2**self.step) / (1 - self.beta1**self.step)
        for i, (w, g) in enumerate(zip(parameters, gradients)):
            m = self.m.setdefault(i, np.zeros_like(w))
            v = self.v.setdefault(i, np.zeros_like(w))
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            w -= rate * m / (np.sqrt(v) + 1e-7)


def loss_and_gradients(contexts, targets, w_in, w_out):
    """The mean cross-entropy of a batch, and its derivatives by the two matrices."""
    first, second = contexts[:, 0], contexts[:, 1]
    h = (np.dot(first, w_in) + np.dot(second, w_in)) * 0.5
    score = np.dot(h, w_out)
    score = score - score.max(axis=1, keepdims=True)
    y = np.exp(score)
    y /= y.sum(axis=1, keepdims=True)
    n = len(targets)
    answers = targets.argmax(axis=1)
    loss = -np.sum(np.log(y[np.arange(n), answers] + 1e-7)) / n
    d_score = y.copy()
    d_score[np.arange(n), answers] -= 1
    d_score /= n
    d_h = np.dot(d_score, w_out.T) * 0.5
    return loss, np.dot(first.T, d_h) + np.dot(second.T, d_h), np.dot(h.T, d_score)


def train(random):
    """Trains new word vectors and returns the last loss."""
    w_in = (0.01 * random.standard_normal((WORDS, HIDDEN))).astype(np.float32)
    w_out = (0.01 * random.standard_normal((HIDDEN, WORDS))).astype(np.float32)
    adam = Adam()
    for _ in range(EPOCHS):
        order = random.permutation(len(TARGETS))
        loss, *gradients = loss_and_gradients(CONTEXTS[order], TARGETS[order], w_in, w_out)
        adam.update([w_in, w_out], gradients)
    return float(loss)


def main(count):
    fact("engine", f"numpy {np.__version__}")
    laps = Laps()
    laps.start()
    for i in range(1 + 3 * count):
        loss = train(np.random.default_rng(i))
        laps.end("warm" if i else "cold")
        fact("loss", loss)


if __name__ == "__main__":
    main(int(sys.argv[3]))
