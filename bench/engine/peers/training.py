"""The chapters' trainings in Keras, with the slides' networks.

usage: training.py cnn|rnn|lstm DATA_FOLDER COUNT
"""

import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from laps import Laps, fact

MAX_FEATURES = 10_000


def cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )


def reviews(recurrent):
    return keras.Sequential(
        [layers.Embedding(MAX_FEATURES, 128), recurrent, layers.Dense(1, activation="sigmoid")]
    )


# work → network, its loss, the data set's files, batch size, share of the data to validate on
WORKS = {
    "cnn": (cnn, "sparse_categorical_crossentropy", "fashion", 200, 0.0),
    "rnn": (lambda: reviews(layers.SimpleRNN(64)), "binary_crossentropy", "imdb", 32, 0.2),
    "lstm": (
        lambda: reviews(layers.Bidirectional(layers.LSTM(64))),
        "binary_crossentropy",
        "imdb",
        32,
        0.2,
    ),
}


class EpochLaps(keras.callbacks.Callback):
    def __init__(self, laps):
        super().__init__()
        self.laps = laps

    def on_epoch_end(self, epoch, logs=None):
        self.laps.end("warm" if epoch else "cold")


def main(work, folder, count):
    network, loss, data, batch_size, validation = WORKS[work]

    def read(name):
        return np.load(Path(folder) / f"{data}-{name}.npy")

    fact("engine", f"Keras {keras.__version__}, TensorFlow {tf.__version__}")
    keras.utils.set_random_seed(1)
    model = network()
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    x, y = read("x"), read("y")
    laps = Laps()
    laps.start()
    model.fit(
        x,
        y,
        batch_size=batch_size,
        epochs=1 + count,
        validation_split=validation,
        verbose=0,
        callbacks=[EpochLaps(laps)],
    )
    x, y = read("x-test"), read("y-test")
    accuracy = model.evaluate(x, y, verbose=0)[1]
    laps.start()
    for _ in range(count):
        model.evaluate(x, y, verbose=0)
        laps.end("evaluate")
    fact("accuracy", accuracy)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
