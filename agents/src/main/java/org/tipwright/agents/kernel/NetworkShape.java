package org.tipwright.agents.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of dense layers: each reads the network's input or one layer before it, and those that
 * nobody reads are the outputs. The flat parameter vector is DL4J's: layer by layer the weights, as
 * {@code [unit][input]}, then the biases.
 *
 * @param inputs numbers that go in
 * @param layers in DL4J's topological order
 */
public record NetworkShape(int inputs, List<LayerShape> layers) {

  public NetworkShape {
    layers = List.copyOf(layers);
    if (inputs < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one input and one layer");
    }
    for (int l = 0; l < layers.size(); l++) {
      LayerShape layer = layers.get(l);
      if (layer.below() < -1 || layer.below() >= l) {
        throw new IllegalArgumentException(
            "layer '" + layer.name() + "' must read the input or a layer before it");
      }
      int width = layer.below() < 0 ? inputs : layers.get(layer.below()).units();
      if (layer.inputs() != width) {
        throw new IllegalArgumentException(
            "layer '" + layer.name() + "' reads " + layer.inputs() + " numbers, not " + width);
      }
    }
  }

  /** A chain of hidden layers, {@code hidden-0} and so on, under one linear output layer. */
  public static NetworkShape chain(
      int inputs, List<Integer> hidden, Activation activation, String output, int outputs) {
    List<LayerShape> layers = hiddenLayers(inputs, hidden, activation);
    layers.add(head(layers, inputs, output, outputs));
    return new NetworkShape(inputs, layers);
  }

  /** Hidden layers, the lowest first; more can be added. */
  public static List<LayerShape> hiddenLayers(
      int inputs, List<Integer> widths, Activation activation) {
    List<LayerShape> layers = new ArrayList<>();
    int width = inputs;
    for (int units : widths) {
      int l = layers.size();
      layers.add(new LayerShape("hidden-" + l, l - 1, width, units, activation));
      width = units;
    }
    return layers;
  }

  /** A linear layer on the last of {@code hidden}, or on the input if there are none. */
  public static LayerShape head(List<LayerShape> hidden, int inputs, String name, int units) {
    int below = hidden.size() - 1;
    int width = below < 0 ? inputs : hidden.get(below).units();
    return new LayerShape(name, below, width, units, Activation.LINEAR);
  }

  /** Length of the flat parameter vector. */
  public int parameterCount() {
    return layers.stream().mapToInt(LayerShape::parameterCount).sum();
  }

  /** Whether nobody reads the layer, so that it is an output of the network. */
  public boolean isOutput(int layer) {
    return layers.stream().noneMatch(above -> above.below() == layer);
  }

  /**
   * Number of the layer of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int layer(String name) {
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).name().equals(name)) {
        return l;
      }
    }
    throw new IllegalArgumentException(
        "the network has no layer '"
            + name
            + "', only "
            + String.join(", ", layers.stream().map(LayerShape::name).toList()));
  }

  /** Where the parameters of a layer begin in the flat vector. */
  int offset(int layer) {
    return layers.subList(0, layer).stream().mapToInt(LayerShape::parameterCount).sum();
  }
}
