/**
 * The operations: each class has a forward, a backward and a test that checks the second against
 * the first, under its own name or, for the elementwise ones, its superclass'. To add one, extend
 * {@link manabi.tensor.Operation}, and give it a method on {@link manabi.tensor.Tensor} only if it
 * is general.
 */
package manabi.tensor.op;
