/**
 * What networks for images look like and what they see: the diagram of a convolutional network, the
 * receptive fields of its layers. Slides: "畳み込みネットワーク", "受容野".
 *
 * <p>Start with {@link manabi.vision.CnnArchitecture}.
 */
package manabi.vision;
