package manabi.vision;

import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.maxPooling2D;

import manabi.nn.Sequential;

/** The slides' network for Fashion-MNIST, ★1. */
final class FashionCnn {

  private FashionCnn() {}

  static Sequential model() {
    return Sequential.of(
        input(28, 28, 1),
        conv2D(16, 3, RELU),
        maxPooling2D(2),
        conv2D(32, 3, RELU),
        maxPooling2D(2),
        flatten(),
        dense(128, RELU),
        dense(10, SOFTMAX));
  }
}
