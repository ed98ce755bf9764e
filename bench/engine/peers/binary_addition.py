"""Chapter 8 in numpy: a recurrent network learns to add, 10,000 iterations of one pair each.

usage: binary_addition.py WORK DATA_FOLDER COUNT (the first two are for others)
"""

import sys

import numpy as np
from laps import Laps, fact

BITS, HIDDEN, RATE, ITERATIONS = 8, 16, 0.1, 10_000
WORDS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, np.newaxis], axis=1)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x):
    return sigmoid(x) * (1 - sigmoid(x))


def train(random):
    """Trains a new network and returns the mean loss of the last 500 iterations."""
    w_in = random.standard_normal((2, HIDDEN))
    w_out = random.standard_normal((HIDDEN, 1))
    w = random.standard_normal((HIDDEN, HIDDEN))
    losses = []
    for _ in range(ITERATIONS):
        a, b = random.integers(0, 128, 2)
        x = np.stack([WORDS[a], WORDS[b]], axis=1)[::-1].astype(float)  # lowest bit first
        d = WORDS[a + b][::-1].astype(float)
        loss = step(x, d, w_in, w_out, w)
        losses.append(loss)
    return float(np.mean(losses[-500:]))


def step(x, d, w_in, w_out, w):
    """One pair: forward, backward, update; returns the loss."""
    u = np.zeros((HIDDEN, BITS + 1))
    z = np.zeros((HIDDEN, BITS + 1))
    y = np.zeros(BITS)
    delta_out = np.zeros(BITS)
    delta = np.zeros((HIDDEN, BITS + 1))
    loss = 0.0
    for t in range(BITS):
        row = x[t].reshape(1, -1)
        u[:, t + 1] = np.dot(row, w_in) + np.dot(z[:, t].reshape(1, -1), w)
        z[:, t + 1] = sigmoid(u[:, t + 1])
        y[t] = sigmoid(np.dot(z[:, t + 1].reshape(1, -1), w_out))[0, 0]
        loss += (d[t] - y[t]) ** 2 / 2
        delta_out[t] = (y[t] - d[t]) * d_sigmoid(y[t])  # as on the slide
    w_in_grad, w_out_grad, w_grad = np.zeros_like(w_in), np.zeros_like(w_out), np.zeros_like(w)
    for t in reversed(range(BITS)):
        row = x[t].reshape(1, -1)
        error = np.dot(delta[:, t + 1], w.T) + np.dot(delta_out[t].reshape(1, 1), w_out.T)[0]
        delta[:, t] = error * d_sigmoid(u[:, t + 1])
        w_out_grad += np.dot(z[:, t + 1].reshape(-1, 1), delta_out[t].reshape(1, 1))
        w_grad += np.dot(z[:, t].reshape(-1, 1), delta[:, t].reshape(1, -1))
        w_in_grad += np.dot(row.T, delta[:, t].reshape(1, -1))
    w_in -= RATE * w_in_grad
    w_out -= RATE * w_out_grad
    w -= RATE * w_grad
    return loss


def main(count):
    fact("engine", f"numpy {np.__version__}")
    laps = Laps()
    laps.start()
    for i in range(1 + count):
        loss = train(np.random.default_rng(i))
        laps.end("warm" if i else "cold")
        fact("loss", loss)


if __name__ == "__main__":
    main(int(sys.argv[3]))
