/** Losses: how bad a network is, as a number that training makes small. Slides: "損失関数". */
package manabi.loss;
