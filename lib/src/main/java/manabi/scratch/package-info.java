/**
 * The lectures' mathematics by hand: plain loops over {@code double[][]}, the slides' letters in
 * the formulas, every backward pass written out and checked against differences.
 *
 * <p>Slides: "実装:RNN" with its three [try] experiments, and "word2vec 実装". Start with {@link
 * manabi.scratch.BinaryAddition}, which reads line by line beside the slide's program; then {@link
 * manabi.scratch.SimpleCbow} and {@link manabi.scratch.Trainer}.
 *
 * <p>Matrices are arrays of rows, so the slide's column {@code u[:, t]} is the row {@code u[t]}
 * here. The package uses nothing else of the library, in double precision: that is why its numbers
 * can check the library's own engine, and why it is the place to read how something works rather
 * than the place to train something large.
 */
package manabi.scratch;
