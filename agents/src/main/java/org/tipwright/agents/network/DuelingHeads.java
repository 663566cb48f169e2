package org.tipwright.agents.network;

import java.util.List;
import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;

/**
 * Networks with two linear heads on their last hidden layer, {@code value} (one output) and {@code
 * advantage} (one output per choice), after Wang et al., ICML 2016 (arXiv:1511.06581). Combining
 * them is the reader's business.
 */
public final class DuelingHeads {

  /** Name of the head of one output. */
  public static final String VALUE = "value";

  /** Name of the head of one output per choice. */
  public static final String ADVANTAGE = "advantage";

  private DuelingHeads() {}

  /**
   * Shape of such a network.
   *
   * @param inputs numbers that go in
   * @param hidden widths of the hidden layers, first to last; at least one
   * @param activation of every hidden layer
   * @param choices outputs of the advantage head
   */
  public static NetworkShape shape(
      int inputs, List<Integer> hidden, HiddenActivation activation, int choices) {
    List<LayerShape> layers = NetworkShape.hiddenLayers(inputs, hidden, activation.activation());
    LayerShape value = NetworkShape.head(layers, inputs, VALUE, 1);
    LayerShape advantage = NetworkShape.head(layers, inputs, ADVANTAGE, choices);
    layers.add(value);
    layers.add(advantage);
    return new NetworkShape(inputs, layers);
  }
}
