package org.tipwright.agents.network;

import java.util.List;
import org.tipwright.agents.kernel.Activation;
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
    return shape(inputs, hidden, List.of(), activation, choices);
  }

  /**
   * The same with hidden layers, {@code value-0}, {@code advantage-0} and so on, that each head has
   * for itself.
   *
   * @param headHidden their widths, first to last; none puts both heads on the last shared layer
   */
  public static NetworkShape shape(
      int inputs,
      List<Integer> hidden,
      List<Integer> headHidden,
      HiddenActivation activation,
      int choices) {
    List<LayerShape> layers = NetworkShape.hiddenLayers(inputs, hidden, activation.activation());
    int valueBelow = layers.size() - 1;
    int advantageBelow = valueBelow;
    // The layers of the two heads by turns: DL4J goes through a graph in breadth.
    for (int l = 0; l < headHidden.size(); l++) {
      layers.add(layer(layers, inputs, VALUE + "-" + l, valueBelow, headHidden.get(l), activation));
      layers.add(
          layer(
              layers, inputs, ADVANTAGE + "-" + l, advantageBelow, headHidden.get(l), activation));
      valueBelow = layers.size() - 2;
      advantageBelow = layers.size() - 1;
    }
    layers.add(head(layers, inputs, VALUE, valueBelow, 1));
    layers.add(head(layers, inputs, ADVANTAGE, advantageBelow, choices));
    return new NetworkShape(inputs, layers);
  }

  /** A network with one head, called {@code advantage}, that gives the values themselves. */
  public static NetworkShape single(
      int inputs,
      List<Integer> hidden,
      List<Integer> headHidden,
      HiddenActivation activation,
      int choices) {
    List<LayerShape> layers = NetworkShape.hiddenLayers(inputs, hidden, activation.activation());
    for (int l = 0; l < headHidden.size(); l++) {
      layers.add(
          layer(
              layers,
              inputs,
              ADVANTAGE + "-" + l,
              layers.size() - 1,
              headHidden.get(l),
              activation));
    }
    layers.add(head(layers, inputs, ADVANTAGE, layers.size() - 1, choices));
    return new NetworkShape(inputs, layers);
  }

  private static LayerShape layer(
      List<LayerShape> layers,
      int inputs,
      String name,
      int below,
      int units,
      HiddenActivation activation) {
    int width = below < 0 ? inputs : layers.get(below).units();
    return new LayerShape(name, below, width, units, activation.activation());
  }

  private static LayerShape head(
      List<LayerShape> layers, int inputs, String name, int below, int units) {
    int width = below < 0 ? inputs : layers.get(below).units();
    return new LayerShape(name, below, width, units, Activation.LINEAR);
  }
}
