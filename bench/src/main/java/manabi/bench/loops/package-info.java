/**
 * Micro-benchmarks of the engine's innermost loops, by JMH: {@code ./manabi bench loops}. Each
 * method counts as many operations as it does on numbers, so that operations a nanosecond are
 * GFLOPS, to be read beside {@link manabi.bench.loops.Peak}.
 */
package manabi.bench.loops;
