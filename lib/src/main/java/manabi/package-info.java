/**
 * The lectures' deep learning library.
 *
 * <p>Start with {@link manabi.nn.Sequential}, which reads like the slides' Keras code, or with
 * {@link manabi.scratch.BinaryAddition}, where the mathematics is written out by hand. This package
 * itself holds what notebooks need beside the library: {@link manabi.Check} for their results,
 * {@link manabi.RunMode} for a quick look.
 */
package manabi;
