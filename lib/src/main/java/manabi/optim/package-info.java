/**
 * Optimisers: how a gradient changes the parameters. An {@link manabi.optim.Optimizer} works on
 * arrays in place and keeps what it remembers of each parameter. Slides: "最適化".
 */
package manabi.optim;
