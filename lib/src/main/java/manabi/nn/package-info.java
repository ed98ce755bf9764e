/**
 * Layers and the sequential model, in the words of the slides' Keras code: compile, fit, evaluate,
 * predict, summary.
 *
 * <p>Start with {@link manabi.nn.Sequential}; {@link manabi.nn.Layers} makes the layers. A new
 * layer is one class that extends {@link manabi.nn.Layer}, a factory method and a test.
 */
package manabi.nn;
