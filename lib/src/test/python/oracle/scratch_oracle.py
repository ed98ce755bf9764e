"""Writes the values that manabi.scratch is compared with, computed another way.

    python3 scratch_oracle.py ../../resources/oracle      (needs numpy)

Only forward passes are written here; there is no backward pass that could share a mistake with the
library's. A gradient is a complex-step derivative: Im f(w + ih) / h, exact to rounding for
analytic f since nothing is subtracted. The lecture's output delta (E9 of the errata) is no
gradient of the loss; it is the gradient of sum_t c_t v_t with c_t = (y - d) sigmoid'(y) held fixed.
Adam is written in its textbook form, whose epsilon is scaled to mean the same as the book's.
"""

import json
import pathlib
import sys

import numpy as np

STEP = 1e-30


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.where(x.real > 0, x, 0)


def gradient(f, parameters):
    result = []
    for k, parameter in enumerate(parameters):
        g = np.empty(parameter.shape)
        for index in np.ndindex(parameter.shape):
            moved = [p.astype(complex) for p in parameters]
            moved[k][index] += 1j * STEP
            g[index] = f(*moved).imag / STEP
        result.append(g)
    return result


# Binary addition


def bits(number):
    return np.unpackbits(np.uint8(number))[::-1].astype(float)


def outputs(a, b, activation, w_in, w_out, w):
    state, v = np.zeros(len(w)), []
    for x in zip(bits(a), bits(b)):
        state = activation(w_in.T @ np.array(x) + w.T @ state)
        v.append((w_out.T @ state)[0])
    return np.array(v)


def addition_case(name, activation, delta, rng, hidden=5, learning_rate=0.1):
    weights = [rng.normal(size=s) for s in [(2, hidden), (hidden, 1), (hidden, hidden)]]
    case = {
        "activation": name,
        "outputDelta": delta,
        "hiddenSize": hidden,
        "learningRate": learning_rate,
        "pairs": [[93, 38], [7, 127], [64, 1]],
        "first": [p.tolist() for p in weights],
        "losses": [],
    }
    for a, b in case["pairs"]:
        d = bits(a + b)

        def loss(*p):
            return ((d - sigmoid(outputs(a, b, activation, *p))) ** 2).sum() / 2

        case["losses"].append(loss(*weights))
        y = sigmoid(outputs(a, b, activation, *weights))
        held = (y - d) * sigmoid(y) * (1 - sigmoid(y))

        def surrogate(*p):
            return held @ outputs(a, b, activation, *p)

        g = gradient(loss if delta == "TRUE" else surrogate, weights)
        weights = [p - learning_rate * q for p, q in zip(weights, g)]
    case["last"] = [p.tolist() for p in weights]
    return case


# CBOW


def cbow_case(vocabulary, hidden, contexts, targets, rng, updates=4):
    weights = [rng.normal(size=s) for s in [(vocabulary, hidden), (hidden, vocabulary)]]
    case = {
        "vocabularySize": vocabulary,
        "hiddenSize": hidden,
        "contexts": contexts,
        "target": targets,
        "first": [p.tolist() for p in weights],
        "losses": [],
    }

    def loss(w_in, w_out):
        total = 0
        for (left, right), target in zip(contexts, targets):
            score = (w_in[left] + w_in[right]) / 2 @ w_out
            total += np.log(np.exp(score).sum()) - score[target]
        return total / len(targets)

    mean, square = [0, 0], [0, 0]
    for t in range(1, updates + 1):
        case["losses"].append(loss(*weights))
        for k, g in enumerate(gradient(loss, weights)):
            mean[k] = 0.9 * mean[k] + 0.1 * g
            square[k] = 0.999 * square[k] + 0.001 * g**2
            m_hat, v_hat = mean[k] / (1 - 0.9**t), square[k] / (1 - 0.999**t)
            weights[k] = weights[k] - 0.001 * m_hat / (
                np.sqrt(v_hat) + 1e-7 / np.sqrt(1 - 0.999**t)
            )
    case["last"] = [p.tolist() for p in weights]
    return case


def write(path, cases):
    lines = [",\n".join(f'"{k}": {json.dumps(v)}' for k, v in c.items()) for c in cases]
    path.write_text("[{\n" + "\n}, {\n".join(lines) + "\n}]\n")


def main(folder):
    rng = np.random.default_rng(8)
    activations = {"SIGMOID": sigmoid, "RELU": relu, "TANH": np.tanh}
    write(
        folder / "binary-addition.json",
        [
            addition_case(name, activation, delta, rng)
            for name, activation in activations.items()
            for delta in ["LECTURE", "TRUE"]
        ],
    )
    sunshine = [[0, 2], [1, 3], [2, 4]], [1, 2, 3]
    goodbye = [[0, 2], [1, 3], [2, 4], [3, 1], [4, 5], [1, 6]], [1, 2, 3, 4, 1, 5]
    write(
        folder / "cbow.json",
        [cbow_case(5, 4, *sunshine, rng), cbow_case(7, 3, *goodbye, rng)],
    )


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
