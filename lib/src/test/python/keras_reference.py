"""Writes reference values of Keras for manabi.nn's tests.

    pip install keras tensorflow-cpu
    python keras_reference.py ../resources/keras

Each file holds a small model's weights, one batch, and what Keras makes of
it: outputs, loss, gradients, and the weights and losses of three steps of
Adam on that batch. Weights and data are float32 numbers, but Keras computes
in float64, so that what differs is the reader's rounding alone. The files in
the repository were made with Keras 3.15.1 on TensorFlow 2.21.0.

Keras' Adam differs from the paper's in two ways, both kept out here:
- Left to itself, TensorFlow hands an embedding's gradient over as a list of
  rows, and Keras then squares the gradients of a repeated token one by one
  instead of squaring their sum. Here gradients are dense.
- Keras adds epsilon to the root before it is bias-corrected, where epsilon
  counts 32 times as much in the first step. Here epsilon is too small to
  matter in either place.
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

STEPS = 3
EPSILON = 1e-12


def rounded(array):
    """Nine digits name a float32 exactly."""
    flat = np.asarray(array, dtype=np.float32).ravel()
    return [float(f"{value:.9g}") for value in flat]


def tensor(array):
    return {"shape": list(np.shape(array)), "data": rounded(array)}


def weights(model, names):
    return {name: tensor(weight.numpy()) for name, weight in zip(names, model.trainable_variables)}


def reference(model, names, loss, x, y):
    model.build((None,) + x.shape[1:])
    assert len(names) == len(model.trainable_variables)
    random = np.random.default_rng(5)
    for variable in model.trainable_variables:
        if len(variable.shape) == 1:  # above 0, so that few rectifiers are always shut
            value = random.uniform(0.1, 0.6, variable.shape)
        else:
            value = random.normal(0, 0.4, variable.shape)
        variable.assign(value.astype(np.float32))
    assert model.trainable_variables[0].dtype == "float64"
    result = {
        "x": tensor(x),
        "y": tensor(y),
        "weights": weights(model, names),
        "output": tensor(model(x).numpy()),
        "losses": [],
    }
    optimizer = keras.optimizers.Adam(epsilon=EPSILON)
    optimizer.build(model.trainable_variables)
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            value = tf.reduce_mean(loss(y, model(x)))
        gradients = [
            tf.convert_to_tensor(gradient)
            for gradient in tape.gradient(value, [v.value for v in model.trainable_variables])
        ]
        if step == 0:
            result["gradients"] = {n: tensor(g.numpy()) for n, g in zip(names, gradients)}
        result["losses"].append(rounded(value.numpy())[0])
        optimizer.apply(gradients, model.trainable_variables)
    result["weightsAfterAdam"] = weights(model, names)
    return result


def convolution():
    """The Fashion-MNIST network of the slides, with fewer pixels, filters and units."""
    random = np.random.default_rng(1)
    x = random.uniform(-1, 1, (5, 14, 14, 1)).astype(np.float32)
    y = np.array([0, 3, 1, 2, 3], dtype=np.float32)
    model = keras.Sequential(
        [
            layers.Conv2D(3, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(5, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(7, activation="relu"),
            layers.Dense(4, activation="softmax"),
        ]
    )
    names = [
        "conv2d/kernel",
        "conv2d/bias",
        "conv2d_1/kernel",
        "conv2d_1/bias",
        "dense/kernel",
        "dense/bias",
        "dense_1/kernel",
        "dense_1/bias",
    ]
    return reference(model, names, keras.losses.sparse_categorical_crossentropy, x, y)


def reviews():
    """Four sequences of six words out of eleven, with repetitions."""
    random = np.random.default_rng(2)
    x = random.integers(0, 11, (4, 6)).astype(np.float32)
    return x, np.array([[0], [1], [1], [0]], dtype=np.float32)


def simple_rnn():
    x, y = reviews()
    model = keras.Sequential(
        [layers.Embedding(11, 5), layers.SimpleRNN(7), layers.Dense(1, activation="sigmoid")]
    )
    names = [
        "embedding/embeddings",
        "simple_rnn/kernel",
        "simple_rnn/recurrent_kernel",
        "simple_rnn/bias",
        "dense/kernel",
        "dense/bias",
    ]
    return reference(model, names, keras.losses.binary_crossentropy, x, y)


def bidirectional_lstm():
    x, y = reviews()
    model = keras.Sequential(
        [
            layers.Embedding(11, 5),
            layers.Bidirectional(layers.LSTM(3)),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    names = ["embedding/embeddings"]
    for direction in ("forward", "backward"):
        for part in ("kernel", "recurrent_kernel", "bias"):
            names.append(f"bidirectional/{direction}_{part}")
    names += ["dense/kernel", "dense/bias"]
    return reference(model, names, keras.losses.binary_crossentropy, x, y)


def main(folder):
    keras.config.set_floatx("float64")
    for name, make in {
        "convolution": convolution,
        "simple-rnn": simple_rnn,
        "bidirectional-lstm": bidirectional_lstm,
    }.items():
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(make(), file, separators=(",", ":"))
            file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
