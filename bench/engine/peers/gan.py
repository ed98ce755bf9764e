"""Chapter 13 in Keras: 1,000 updates of a GAN on a line, by train_on_batch.

usage: gan.py WORK DATA_FOLDER COUNT (the first two are for others)
"""

import sys

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from laps import Laps, fact

UPDATES, BATCH = 1_000, 64
FAKE, REAL = np.zeros((BATCH, 1), np.float32), np.ones((BATCH, 1), np.float32)


def adam(rate):
    return keras.optimizers.Adam(rate, beta_1=0.5)


def networks():
    """The generator, the discriminator, and both in a row with a discriminator that stands still."""
    generator = keras.Sequential(
        [keras.Input((1,)), layers.Dense(16, activation="tanh"), layers.Dense(1)]
    )
    discriminator = keras.Sequential(
        [
            keras.Input((1,)),
            layers.Dense(32, activation="tanh"),
            layers.Dense(32, activation="tanh"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    discriminator.compile(optimizer=adam(0.004), loss="binary_crossentropy")
    # Its own training is traced while it is trainable, and stays so.
    discriminator.train_on_batch(np.zeros((2 * BATCH, 1), np.float32), np.concatenate([REAL, FAKE]))
    discriminator.trainable = False
    both = keras.Sequential([keras.Input((1,)), generator, discriminator])
    both.compile(optimizer=adam(0.001), loss="binary_crossentropy")
    return generator, discriminator, both


def update(generator, discriminator, both, random):
    fake = generator(random.standard_normal((BATCH, 1)).astype(np.float32))
    real = random.normal(4, 0.5, (BATCH, 1)).astype(np.float32)
    discriminator.train_on_batch(np.concatenate([real, fake]), np.concatenate([REAL, FAKE]))
    both.train_on_batch(random.standard_normal((BATCH, 1)).astype(np.float32), REAL)


def main(count):
    fact("engine", f"Keras {keras.__version__}, TensorFlow {tf.__version__}")
    keras.utils.set_random_seed(1)
    random = np.random.default_rng(0)
    laps = Laps()
    laps.start()
    trio = networks()
    for i in range(1 + count):
        for _ in range(UPDATES):
            update(*trio, random)
        laps.end("warm" if i else "cold")
    fact("mean", float(np.mean(trio[0](random.standard_normal((1_000, 1)).astype(np.float32)))))


if __name__ == "__main__":
    main(int(sys.argv[3]))
