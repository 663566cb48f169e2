package org.tipwright.agents.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.tipwright.agents.kernel.Activation;
import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;

/**
 * Reads from a DL4J network what the kernel needs to run it: dense and output layers with biases,
 * and activation layers on linear ones, in a tree. Anything else is refused by the layer's name.
 */
public final class DenseShapes {

  private static final int INPUT = -1;

  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Set<Integer> read = new TreeSet<>();
  private final List<LayerShape> layers = new ArrayList<>();
  private int inputs;

  private DenseShapes() {}

  /**
   * The shape of a graph.
   *
   * @throws IllegalArgumentException naming the first layer that the kernel cannot run
   */
  public static NetworkShape of(ComputationGraph graph) {
    var configuration = graph.getConfiguration();
    if (configuration.getNetworkInputs().size() != 1) {
      throw new IllegalArgumentException(
          "the network has the inputs "
              + configuration.getNetworkInputs()
              + " but the kernel takes one");
    }
    DenseShapes shapes = new DenseShapes();
    shapes.numbers.put(configuration.getNetworkInputs().get(0), INPUT);
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      GraphVertex vertex = configuration.getVertices().get(name);
      if (vertex == null) {
        continue; // the input itself
      }
      if (!(vertex instanceof LayerVertex layer)) {
        throw refused(name, "it is a " + vertex.getClass().getSimpleName());
      }
      if (layer.getPreProcessor() != null) {
        throw refused(name, "it has an input preprocessor");
      }
      String below = Objects.requireNonNull(configuration.getVertexInputs().get(name), name).get(0);
      shapes.add(name, layer.getLayerConf().getLayer(), shapes.number(below));
    }
    NetworkShape shape = new NetworkShape(shapes.inputs, shapes.layers);
    for (String output : configuration.getNetworkOutputs()) {
      if (!shape.isOutput(shapes.number(output))) {
        throw refused(output, "it is an output of the network that another layer reads");
      }
    }
    return shape;
  }

  /**
   * The shape of a network whose layers follow one another.
   *
   * @throws IllegalArgumentException naming the first layer that the kernel cannot run
   */
  public static NetworkShape of(MultiLayerNetwork network) {
    DenseShapes shapes = new DenseShapes();
    int below = INPUT;
    var preprocessors = network.getLayerWiseConfigurations().getInputPreProcessors();
    for (int l = 0; l < network.getnLayers(); l++) {
      Layer layer = network.getLayerWiseConfigurations().getConf(l).getLayer();
      String name = layer.getLayerName() == null ? "layer " + l : layer.getLayerName();
      if (preprocessors != null && preprocessors.get(l) != null) {
        throw refused(name, "it has an input preprocessor");
      }
      shapes.add(name, layer, below);
      below = shapes.number(name);
    }
    return new NetworkShape(shapes.inputs, shapes.layers);
  }

  /** Number of a layer that was added before those that read it. */
  private int number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  private void add(String name, Layer layer, int below) {
    if (layer.getIDropout() != null) {
      throw refused(name, "it has dropout");
    }
    if (layer instanceof ActivationLayer activation) {
      activate(name, activation, below);
    } else if (layer instanceof DenseLayer dense) {
      addDense(name, dense, dense.hasBias() && !dense.hasLayerNorm(), below);
    } else if (layer instanceof OutputLayer output) {
      addDense(name, output, output.hasBias(), below);
    } else {
      throw refused(name, "it is a " + layer.getClass().getSimpleName());
    }
    if (below != INPUT) {
      read.add(below);
    }
  }

  private void addDense(String name, FeedForwardLayer layer, boolean plain, int below) {
    if (!plain) {
      throw refused(name, "it has no biases, or layer normalisation");
    }
    if (((BaseLayer) layer).getWeightNoise() != null) {
      throw refused(name, "it has weight noise");
    }
    if (below == INPUT) {
      inputs = (int) layer.getNIn();
    }
    numbers.put(name, layers.size());
    layers.add(
        new LayerShape(
            name,
            below,
            (int) layer.getNIn(),
            (int) layer.getNOut(),
            activation(name, ((BaseLayer) layer).getActivationFn())));
  }

  /** An activation layer on a linear one is that layer's activation. */
  private void activate(String name, ActivationLayer layer, int below) {
    if (below == INPUT) {
      throw refused(name, "it is an activation of the network's input");
    }
    LayerShape linear = layers.get(below);
    if (linear.activation() != Activation.LINEAR || read.contains(below)) {
      throw refused(name, "it is an activation of '" + linear.name() + "', which has others");
    }
    layers.set(
        below,
        new LayerShape(
            linear.name(),
            linear.below(),
            linear.inputs(),
            linear.units(),
            activation(name, layer.getActivationFn())));
    numbers.put(name, below);
  }

  private static Activation activation(String name, IActivation function) {
    // A rectifier with a threshold, a leak or a ceiling is another function, and not equal to it.
    if (function.equals(new ActivationReLU())) {
      return Activation.RELU;
    }
    if (function instanceof ActivationTanH) {
      return Activation.TANH;
    }
    if (function instanceof ActivationIdentity) {
      return Activation.LINEAR;
    }
    throw refused(name, "its activation is " + function + ", not relu, tanh or identity");
  }

  private static IllegalArgumentException refused(String layer, String why) {
    return new IllegalArgumentException("the kernel cannot run layer '" + layer + "': " + why);
  }
}
