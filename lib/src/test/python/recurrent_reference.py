"""Writes reference values of Keras for the recurrent layers of manabi.nn.

    pip install keras tensorflow-cpu
    python recurrent_reference.py ../resources/keras/recurrent

What a file holds, in which precision and how Keras' Adam is made the paper's,
says keras_reference.py, whose code this uses. The files in the repository
were made with Keras 3.15.1 on TensorFlow 2.21.0.

Keras keeps both biases of a GRU with reset_after in one array [2, 3 H]; they
are two parameters here, so such an array is cut into its rows.
"""

import json
import os
import sys

import keras
import numpy as np
from keras import layers
from keras_reference import reference

UNITS = 5


def model(layer, last):
    """Reads four sequences of six vectors of three numbers."""
    head = [] if last else [layers.Flatten()]
    return keras.Sequential([layer, *head, layers.Dense(1, activation="sigmoid")])


def data():
    random = np.random.default_rng(2)
    x = random.normal(0, 1, (4, 6, 3)).astype(np.float32)
    return x, np.array([[0], [1], [1], [0]], dtype=np.float32)


def names(parts, prefixes):
    return [prefix + part for prefix in prefixes for part in parts]


def cut_biases(arrays):
    """Makes "bias" and "recurrent_bias" of an array of both."""
    for name in [name for name in arrays if name.endswith("bias")]:
        shape, numbers = arrays[name]["shape"], arrays[name]["data"]
        if len(shape) == 2:
            width = shape[1]
            arrays[name] = {"shape": [width], "data": numbers[:width]}
            second = name[: -len("bias")] + "recurrent_bias"
            arrays[second] = {"shape": [width], "data": numbers[width:]}


def write(folder, name, layer, prefixes, last):
    x, y = data()
    parts = ["kernel", "recurrent_kernel", "bias"]
    all_names = names(parts, prefixes) + ["dense/kernel", "dense/bias"]
    loss = keras.losses.binary_crossentropy
    result = reference(model(layer, last), all_names, loss, x, y)
    for arrays in ("weights", "gradients", "weightsAfterAdam"):
        cut_biases(result[arrays])
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


def main(folder):
    keras.config.set_floatx("float64")
    os.makedirs(folder, exist_ok=True)
    kinds = {
        "simple_rnn": lambda **more: layers.SimpleRNN(UNITS, **more),
        "lstm": lambda **more: layers.LSTM(UNITS, **more),
        "gru": lambda **more: layers.GRU(UNITS, **more),
        "gru-reset-before": lambda **more: layers.GRU(UNITS, reset_after=False, **more),
    }
    both = ["bidirectional/forward_", "bidirectional/backward_"]
    for name, make in kinds.items():
        prefixes = [name.split("-")[0] + "/"]
        write(folder, name, make(), prefixes, True)
        write(folder, name + "-sequences", make(return_sequences=True), prefixes, False)
        write(folder, "bidirectional-" + name, layers.Bidirectional(make()), both, True)
        layer = layers.Bidirectional(make(return_sequences=True))
        write(folder, "bidirectional-" + name + "-sequences", layer, both, False)


if __name__ == "__main__":
    main(sys.argv[1])
