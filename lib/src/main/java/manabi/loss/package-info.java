/**
 * Losses: how bad a network is, as a number that training makes small; and {@link
 * manabi.loss.Regularizer}, the price of large weights that may be added. Slides: "損失関数", "正則化".
 */
package manabi.loss;
