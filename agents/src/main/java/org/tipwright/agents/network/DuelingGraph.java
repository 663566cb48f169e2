package org.tipwright.agents.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The same network as a DL4J graph, which initialises it and is the form it is stored in. The heads
 * are dense layers without activation called {@code value} and {@code advantage}; combining them is
 * the reader's business.
 */
public final class DuelingGraph {

  private static final String INPUT = "observation";
  private static final String HIDDEN = "hidden-";
  private static final String VALUE = "value";
  private static final String ADVANTAGE = "advantage";

  private DuelingGraph() {}

  /**
   * A freshly initialised graph: He's weights before a rectifier, Glorot's elsewhere, biases zero.
   * Equal seeds give equal parameters.
   */
  public static ComputationGraph initialise(DuelingShape shape, long seed) {
    Nd4jThreads.useOne();
    boolean relu = shape.activation() == HiddenActivation.RELU;
    NeuralNetConfiguration.Builder base =
        new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam());
    var graph = base.graphBuilder().addInputs(INPUT);
    String below = INPUT;
    int width = shape.inputs();
    for (int l = 0; l < shape.hidden().size(); l++) {
      graph.addLayer(
          HIDDEN + l,
          new DenseLayer.Builder()
              .nIn(width)
              .nOut(shape.hidden().get(l))
              .weightInit(relu ? WeightInit.RELU : WeightInit.XAVIER)
              .activation(relu ? Activation.RELU : Activation.TANH)
              .build(),
          below);
      below = HIDDEN + l;
      width = shape.hidden().get(l);
    }
    graph.addLayer(VALUE, head(width, 1), below);
    graph.addLayer(ADVANTAGE, head(width, shape.choices()), below);
    ComputationGraph network = new ComputationGraph(graph.setOutputs(VALUE, ADVANTAGE).build());
    network.init();
    return network;
  }

  /** A graph with these parameters, laid out as {@link DuelingKernel#parameters}. */
  public static ComputationGraph of(DuelingShape shape, float[] parameters) {
    ComputationGraph network = initialise(shape, 0);
    network.setParams(Nd4j.createFromArray(parameters));
    return network;
  }

  /** Its parameters, laid out as {@link DuelingKernel#parameters}. */
  public static float[] parameters(ComputationGraph network) {
    return network.params().toFloatVector();
  }

  /**
   * The shape of a stored graph.
   *
   * @throws IllegalArgumentException if the graph is not one that {@link #initialise} makes
   */
  public static DuelingShape shapeOf(ComputationGraph network) {
    int inputs = 0;
    List<Integer> hidden = new ArrayList<>();
    HiddenActivation activation = HiddenActivation.RELU;
    for (int l = 0; network.getVertex(HIDDEN + l) != null; l++) {
      var layer = layer(network, HIDDEN + l);
      if (l == 0) {
        inputs = (int) layer.getNIn();
      }
      hidden.add((int) layer.getNOut());
      activation = activation(layer.getActivationFn());
    }
    return new DuelingShape(inputs, hidden, activation, (int) layer(network, ADVANTAGE).getNOut());
  }

  private static DenseLayer head(int inputs, int outputs) {
    return new DenseLayer.Builder()
        .nIn(inputs)
        .nOut(outputs)
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static DenseLayer layer(ComputationGraph network, String name) {
    if (network.getConfiguration().getVertices().get(name) instanceof LayerVertex vertex
        && vertex.getLayerConf().getLayer() instanceof DenseLayer dense) {
      return dense;
    }
    throw new IllegalArgumentException(
        "the model has no dense layer '" + name + "'; it was not written by Tipwright");
  }

  private static HiddenActivation activation(IActivation function) {
    if (function instanceof ActivationReLU) {
      return HiddenActivation.RELU;
    }
    if (function instanceof ActivationTanH) {
      return HiddenActivation.TANH;
    }
    throw new IllegalArgumentException(
        "the model's hidden layers use " + function + "; only relu and tanh are known");
  }
}
