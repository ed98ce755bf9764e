"""Writes reference values of Keras for single layers, losses and optimisers.

    pip install keras tensorflow-cpu
    python keras_layers.py ../resources/keras

The files in the repository were made with Keras 3.15.1 on TensorFlow 2.21.0;
the same versions write the same bytes again. As in keras_reference.py weights
and data are float32 numbers, Keras computes in float64, gradients are dense,
and Adam's epsilon is too small to matter.

layers.json: for each layer weights, a batch, the output in use, and three
steps of Adam on the mean squared error: losses, the first gradients (by the
input too), the weights at the end and, for batch normalisation, its moving averages.
attention.json: queries, values and keys of different lengths, and a mask.
losses.json: predictions (or scores) with labels, the loss and its gradient.
optimizers.json: three steps along given gradients with Keras' defaults.
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

from keras_reference import EPSILON, STEPS, rounded, tensor


def float32(array):
    return np.asarray(array, dtype=np.float32)


def numbers(variables, names):
    return {name: rounded(variable.numpy()) for name, variable in zip(names, variables)}


def fill(variables, seed):
    """Kernels around 0; vectors, such as biases, scales and variances, above it."""
    random = np.random.default_rng(seed)
    for variable in variables:
        vector = len(variable.shape) == 1 or "bias" in variable.path
        draw = random.uniform(0.1, 0.6, variable.shape) if vector else random.normal(0, 0.5, variable.shape)
        variable.assign(float32(draw))


def case(model, names, x, training, averages=()):
    fill(model.trainable_variables, 5)
    fill(model.non_trainable_variables[: len(averages)], 6)
    learnt, kept = model.trainable_variables, model.non_trainable_variables
    assert len(learnt) == len(names), [v.path for v in learnt]
    output = model(x, training=False).numpy()
    y = float32(np.random.default_rng(7).uniform(0, 1, output.shape))
    result = {
        "phase": "TRAINING" if training else "INFERENCE",
        "x": tensor(x),
        "y": tensor(y),
        "weights": numbers(learnt, names) | numbers(kept, averages),
        "output": rounded(output),
        "losses": [],
    }
    optimizer = keras.optimizers.Adam(epsilon=EPSILON)
    optimizer.build(learnt)
    for step in range(STEPS):
        given = tf.constant(x, dtype="float64")
        with tf.GradientTape() as tape:
            tape.watch(given)
            loss = tf.reduce_mean((model(given, training=training) - y) ** 2)
        *gradients, by_input = tape.gradient(loss, [*(v.value for v in learnt), given])
        if step == 0:
            result["gradients"] = {n: rounded(g.numpy()) for n, g in zip(names, gradients)}
            result["inputGradient"] = rounded(by_input.numpy())
        result["losses"].append(rounded(loss.numpy())[0])
        optimizer.apply(gradients, learnt)
    result["weightsAfterAdam"] = numbers(learnt, names) | numbers(kept, averages)
    return result


def dense(*after):
    x = float32(np.random.default_rng(1).normal(0, 1, (5, 4)))
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3), *after])
    return case(model, ["dense/kernel", "dense/bias"], x, training=False)


def images(*after, size=3, **options):
    x = float32(np.random.default_rng(4).normal(0, 1, (2, 7, 5, 2)))
    convolution = layers.Conv2D(3, size, activation="tanh", **options)
    model = keras.Sequential([keras.Input((7, 5, 2)), convolution, *after])
    return case(model, ["conv2d/kernel", "conv2d/bias"], x, training=True)


def batch_normalization():
    x = float32(np.random.default_rng(2).normal(1, 2, (5, 3, 2, 4)))
    model = keras.Sequential([keras.Input((3, 2, 4)), layers.BatchNormalization()])
    names = [f"batch_normalization/{name}" for name in ("gamma", "beta")]
    averages = [f"batch_normalization/moving_{name}" for name in ("mean", "variance")]
    return case(model, names, x, training=True, averages=averages)


def layer_normalization():
    x = float32(np.random.default_rng(2).normal(1, 2, (3, 4, 5)))
    model = keras.Sequential([keras.Input((4, 5)), layers.LayerNormalization()])
    return case(model, ["layer_normalization/gamma", "layer_normalization/beta"], x, training=True)


def sequences():
    return float32(np.random.default_rng(3).normal(0, 1, (2, 4, 6)))


def attention(causal):
    x = keras.Input((4, 6))
    model = keras.Model(x, layers.MultiHeadAttention(2, 3)(x, x, use_causal_mask=causal))
    names = [
        f"multi_head_attention/{part}_{kind}"
        for part in ("query", "key", "value", "output")
        for kind in ("kernel", "bias")
    ]
    return case(model, names, sequences(), training=True)


def encoder():
    x = keras.Input((4, 6))
    attended = layers.MultiHeadAttention(2, 3, use_bias=False)(x, x)
    y = layers.LayerNormalization()(x + attended)
    hidden = layers.Dense(7, activation="relu")(y)
    z = layers.LayerNormalization()(y + layers.Dense(6)(hidden))
    names = [f"attention_{part}_kernel" for part in ("query", "key", "value", "output")]
    names += ["norm1_gamma", "norm1_beta", "hidden_kernel", "hidden_bias"]
    names += ["output_kernel", "output_bias", "norm2_gamma", "norm2_beta"]
    names = [f"transformer_encoder/{name}" for name in names]
    return case(keras.Model(x, z), names, sequences(), training=True)


def all_layers():
    return {
        "linear": dense(),
        "relu": dense(layers.ReLU()),
        "sigmoid": dense(layers.Activation("sigmoid")),
        "tanh": dense(layers.Activation("tanh")),
        "softmax": dense(layers.Softmax()),
        "leaky_relu": dense(layers.LeakyReLU(negative_slope=0.2)),
        "elu": dense(layers.ELU()),
        "dropout": dense(layers.Dropout(0.5)),
        "convolution": images(),
        "convolution with zeros around": images(padding="same", size=2),
        "convolution with strides": images(padding="same", strides=2),
        "max_pooling": images(layers.MaxPooling2D(2)),
        "average_pooling": images(layers.AveragePooling2D(2)),
        "batch_normalization": batch_normalization(),
        "layer_normalization": layer_normalization(),
        "multi_head_attention": attention(causal=False),
        "causal_attention": attention(causal=True),
        "transformer_encoder": encoder(),
    }


def cross_attention():
    """Keras' layer with weights that change nothing: what is left is the attention itself."""
    random = np.random.default_rng(4)
    query, value, key = (
        tf.Variable(float32(random.normal(0, 1, shape)), dtype="float64")
        for shape in ((2, 3, 4), (2, 5, 4), (2, 5, 4))
    )
    visible = np.array([[[1, 1, 1, 0, 0]], [[1, 0, 1, 1, 1]]])
    layer = layers.MultiHeadAttention(2, 2, use_bias=False)
    layer.build(query.shape, value.shape, key.shape)
    for variable in layer.trainable_variables:
        variable.assign(np.eye(4).reshape(variable.shape))
    g = float32(random.normal(0, 1, query.shape))
    with tf.GradientTape() as tape:
        y = layer(query, value, key, attention_mask=visible.astype(bool))
        loss = tf.reduce_sum(y * g)
    gradients = tape.gradient(loss, [query, key, value])
    return {
        "query": tensor(query.numpy()),
        "key": tensor(key.numpy()),
        "value": tensor(value.numpy()),
        "visible": tensor(visible),
        "output": rounded(y.numpy()),
        "weights": tensor(g),
        "gradients": [rounded(gradient.numpy()) for gradient in gradients],
    }


def all_losses():
    random = np.random.default_rng(8)
    scores = float32(random.normal(0, 2, (4, 3)))
    shares = float32(random.dirichlet([1, 1, 1], 4))
    chances = float32(random.uniform(0.1, 0.9, (4, 1)))
    cases = {
        "SPARSE_CATEGORICAL_CROSSENTROPY": ([0, 2, 1, 1], float32(random.dirichlet([1, 1, 1], 4)), scores),
        "CATEGORICAL_CROSSENTROPY": (shares, float32(random.dirichlet([1, 1, 1], 4)), scores),
        "BINARY_CROSSENTROPY": ([[0], [1], [1], [0.3]], chances, scores[:, :1]),
        "MEAN_SQUARED_ERROR": (random.normal(0, 1, (4, 3)), scores, None),
    }
    return {name: loss(name, *arrays) for name, arrays in cases.items()}


def loss(name, labels, predictions, scores):
    function = getattr(keras.losses, name.lower())
    labels = float32(labels)
    result = {"labels": tensor(labels)}
    for kind, values in (("predictions", predictions), ("scores", scores)):
        if values is None:
            continue
        variable = tf.Variable(values, dtype="float64")
        options = {"from_logits": True} if kind == "scores" else {}
        with tf.GradientTape() as tape:
            value = tf.reduce_mean(function(labels.astype("float64"), variable, **options))
        result[kind] = tensor(values) | {
            "loss": rounded(value.numpy())[0],
            "gradient": rounded(tape.gradient(value, variable).numpy()),
        }
    return result


def all_optimizers():
    random = np.random.default_rng(9)
    start = float32(random.normal(0, 1, 6))
    gradients = float32(random.normal(0, 1, (STEPS, 6)) * [10, 1, 1, 0.1, 0.01, 0.001])
    result = {"start": rounded(start), "gradients": [rounded(g) for g in gradients], "paths": {}}
    for name, optimizer in {
        "Sgd": keras.optimizers.SGD(),
        "Sgd with momentum": keras.optimizers.SGD(0.01, momentum=0.9),
        "Sgd with Nesterov's momentum": keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True),
        "RmsProp": keras.optimizers.RMSprop(),
        "AdaGrad": keras.optimizers.Adagrad(),
        "AdaDelta": keras.optimizers.Adadelta(),
        "Adam": keras.optimizers.Adam(),
    }.items():
        variable = keras.Variable(start, dtype="float64")
        optimizer.build([variable])
        path = []
        for gradient in gradients:
            optimizer.apply([tf.constant(gradient, dtype="float64")], [variable])
            path.append(rounded(variable.numpy()))
        result["paths"][name] = path
    return result


def main(folder):
    keras.config.set_floatx("float64")
    for name, make in {
        "layers": all_layers,
        "attention": cross_attention,
        "losses": all_losses,
        "optimizers": all_optimizers,
    }.items():
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(make(), file, separators=(",", ":"))
            file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
