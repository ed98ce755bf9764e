/**
 * Generative models: networks that make data. {@link manabi.generative.Gan} holds the two update
 * functions of a generative adversarial network, step by step as the slides have them. Slides:
 * "DCGAN".
 */
package manabi.generative;
