package org.tipwright.agents.network;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.tipwright.agents.kernel.Activation;
import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;

/**
 * Networks of the kernel as DL4J graphs, which initialise them and are the form they are stored in:
 * one dense layer for each of the shape's, of the same name.
 */
public final class DenseGraph {

  private static final String INPUT = "observation";

  private DenseGraph() {}

  /**
   * A freshly initialised graph: He's weights before a rectifier, Glorot's elsewhere, biases zero.
   * Equal seeds give equal parameters.
   */
  public static ComputationGraph initialise(NetworkShape shape, long seed) {
    Nd4jThreads.useOne();
    var graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam())
            .graphBuilder()
            .addInputs(INPUT);
    List<LayerShape> layers = shape.layers();
    for (LayerShape layer : layers) {
      String below = layer.below() < 0 ? INPUT : layers.get(layer.below()).name();
      graph.addLayer(layer.name(), dense(layer), below);
    }
    String[] outputs =
        layers.stream()
            .filter(layer -> shape.isOutput(layers.indexOf(layer)))
            .map(LayerShape::name)
            .toArray(String[]::new);
    ComputationGraph network = new ComputationGraph(graph.setOutputs(outputs).build());
    network.init();
    if (!DenseShapes.of(network).equals(shape)) {
      throw new IllegalArgumentException("DL4J orders the layers of " + shape + " differently");
    }
    return network;
  }

  /** A graph with these parameters, in DL4J's order. */
  public static ComputationGraph of(NetworkShape shape, float[] parameters) {
    ComputationGraph network = initialise(shape, 0);
    write(parameters, network);
    return network;
  }

  /** The parameters of any DL4J network, in its order. */
  public static float[] parameters(Model network) {
    return network.params().toFloatVector();
  }

  /** Writes parameters back into a DL4J network of as many. */
  public static void write(float[] parameters, Model network) {
    network.setParams(Nd4j.createFromArray(parameters));
  }

  private static DenseLayer dense(LayerShape layer) {
    boolean relu = layer.activation() == Activation.RELU;
    return new DenseLayer.Builder()
        .nIn(layer.inputs())
        .nOut(layer.units())
        .weightInit(relu ? WeightInit.RELU : WeightInit.XAVIER)
        .activation(
            switch (layer.activation()) {
              case RELU -> org.nd4j.linalg.activations.Activation.RELU;
              case TANH -> org.nd4j.linalg.activations.Activation.TANH;
              case LINEAR -> org.nd4j.linalg.activations.Activation.IDENTITY;
            })
        .build();
  }
}
