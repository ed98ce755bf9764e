/**
 * The lectures' mathematics by hand: plain loops over {@code double[][]}, the slides' letters in
 * the formulas, every backward pass written out and checked against differences.
 *
 * <p>Start with {@link manabi.scratch.Perceptron} and {@link manabi.scratch.TwoLayerNet}, the
 * network of the introduction; {@link manabi.scratch.GradientCheck} is how every derivative here is
 * tested. {@link manabi.scratch.BinaryAddition} reads line by line beside the slide's program
 * "実装:RNN"; {@link manabi.scratch.SimpleCbow} and {@link manabi.scratch.Trainer} are "word2vec 実装".
 *
 * <p>Matrices are arrays of rows, so the slide's column {@code u[:, t]} is the row {@code u[t]}
 * here. The package uses nothing else of the library, in double precision: that is why its numbers
 * can check the library's own engine, and why it is the place to read how something works rather
 * than the place to train something large.
 */
package manabi.scratch;
