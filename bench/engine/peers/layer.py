"""Forward and backward through one layer, as a compiled function of TensorFlow.

The function is compiled with and without XLA (jit_compile), and the faster one counts.

usage: layer.py conv-layer|lstm-layer|encoder-layer DATA_FOLDER COUNT (the folder is for others)
"""

import sys
import time

import keras
import tensorflow as tf
from keras import layers
from laps import Laps, fact

WARM_UP_SECONDS = 4
STEPS = 10


class Encoder(layers.Layer):
    """A Transformer encoder layer, 8 heads, 512 inside, normalised after each half."""

    def __init__(self, size=128):
        super().__init__()
        self.attention = layers.MultiHeadAttention(8, size // 8, use_bias=False)
        self.inner = layers.Dense(512, activation="relu")
        self.outer = layers.Dense(size)
        self.after_attention = layers.LayerNormalization()
        self.after_dense = layers.LayerNormalization()

    def call(self, x):
        x = self.after_attention(x + self.attention(x, x))
        return self.after_dense(x + self.outer(self.inner(x)))


# work → layer, shape of its input
WORKS = {
    "conv-layer": (lambda: layers.Conv2D(64, 3), (32, 28, 28, 64)),
    "lstm-layer": (lambda: layers.LSTM(256), (64, 50, 256)),
    "encoder-layer": (Encoder, (32, 50, 128)),
}


def compiled(layer, x, weights, jit):
    """A function that gives the derivatives of a weighted sum of the layer's output."""

    @tf.function(jit_compile=jit)
    def step():
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = tf.reduce_sum(layer(x) * weights)
        return tape.gradient(loss, [*layer.trainable_variables, x])

    return step


def warm_up(step):
    """Runs the function for some seconds and returns how long its fastest run took."""
    end = time.perf_counter() + WARM_UP_SECONDS
    fastest = float("inf")
    while time.perf_counter() < end:
        start = time.perf_counter()
        [gradient.numpy() for gradient in step()]
        fastest = min(fastest, time.perf_counter() - start)
    return fastest


def main(work, count):
    fact("engine", f"TensorFlow {tf.__version__}")
    keras.utils.set_random_seed(1)
    make, shape = WORKS[work]
    layer, x = make(), tf.random.normal(shape)
    weights = tf.random.normal(layer(x).shape)
    steps = {jit: compiled(layer, x, weights, jit) for jit in (False, True)}
    fastest = {jit: warm_up(step) for jit, step in steps.items()}
    jit = min(fastest, key=fastest.get)
    fact("jit_compile", jit)
    laps = Laps()
    laps.start()
    for _ in range(STEPS * count):
        [gradient.numpy() for gradient in steps[jit]()]
        laps.end("warm")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[3]))
