/**
 * How good predictions are: {@link manabi.metrics.Accuracy} as one number, {@link
 * manabi.metrics.ConfusionMatrix} class by class.
 */
package manabi.metrics;
