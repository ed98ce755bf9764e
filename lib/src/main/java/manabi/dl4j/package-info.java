/**
 * The bridge to Deeplearning4j: the same network with the same weights in both libraries, a file
 * that plain DL4J reads, and training by DL4J on request. DL4J shares no code with this library, so
 * it is also the oracle of its tests.
 *
 * <p>Start with {@link manabi.dl4j.Dl4jNetwork}. {@link manabi.dl4j.Layout} says how the axes of
 * data differ: DL4J has images {@code [N, C, H, W]} and sequences {@code [N, D, T]}, where this
 * library, like Keras, has {@code [N, H, W, C]} and {@code [N, T, D]}. No other package knows DL4J.
 */
package manabi.dl4j;
