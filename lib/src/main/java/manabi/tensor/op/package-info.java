/**
 * The operations: each class has a forward, a backward and, under the same name, a test that checks
 * the second against the first. To add one, extend {@link manabi.tensor.Operation}, and give it a
 * method on {@link manabi.tensor.Tensor} only if it is general.
 */
package manabi.tensor.op;
