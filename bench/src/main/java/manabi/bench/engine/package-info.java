/**
 * The library's side of {@code ./manabi bench engine}: each run of {@link
 * manabi.bench.engine.Measurement} does one of the lectures' works and prints what it took, as the
 * peers' scripts in {@code bench/engine/peers} do.
 */
package manabi.bench.engine;
