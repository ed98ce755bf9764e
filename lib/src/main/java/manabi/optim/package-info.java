/**
 * Optimisers: how a gradient changes the parameters. An {@link manabi.optim.Optimizer} works on
 * arrays in place and keeps what it remembers of each parameter; a {@link
 * manabi.optim.LearningRateSchedule} makes its steps shorter as training goes on. Slides: "最適化".
 */
package manabi.optim;
