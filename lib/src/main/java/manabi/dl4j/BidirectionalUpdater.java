package manabi.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Makes networks with bidirectional layers trainable. When DL4J (1.0.0-M2.1) makes a network's
 * updater it asks each layer how its parameters are updated, and {@link LastTimeStep} within {@link
 * Bidirectional} does not pass the question on: "all layers with parameters should override this
 * method". While the updater is made, the wrapped layer stands in the wrapper's place.
 */
final class BidirectionalUpdater {

  private BidirectionalUpdater() {}

  static void create(MultiLayerNetwork network) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof Bidirectional both
          && both.getFwd() instanceof LastTimeStep forward
          && both.getBwd() instanceof LastTimeStep backward) {
        both.setFwd(forward.getUnderlying());
        both.setBwd(backward.getUnderlying());
        network.getUpdater();
        both.setFwd(forward);
        both.setBwd(backward);
      }
    }
  }
}
