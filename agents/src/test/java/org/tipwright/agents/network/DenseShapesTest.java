package org.tipwright.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.tipwright.agents.kernel.NetworkShape;

class DenseShapesTest {

  @Test
  void theShapeIsReadBackFromTheGraph() {
    NetworkShape shape = DuelingHeads.shape(6, List.of(9, 7), HiddenActivation.RELU, 5);
    assertThat(DenseShapes.of(DenseGraph.initialise(shape, 1))).isEqualTo(shape);
  }

  @Test
  void whatTheKernelCannotRunIsRefusedByName() {
    assertRefused(
        dense().name("soft").activation(Activation.SOFTSIGN).build(), "'soft'", "softsign");
    assertRefused(
        dense().name("leaky").activation(new ActivationReLU(null, null, 0.1)).build(),
        "'leaky'",
        "relu");
    assertRefused(dense().name("bare").hasBias(false).build(), "'bare'", "no biases");
    assertRefused(dense().name("thin").dropOut(0.5).build(), "'thin'", "dropout");
    assertRefused(dense().name("even").hasLayerNorm(true).build(), "'even'", "normalisation");
    assertThatThrownBy(
            () ->
                network(
                    new LSTM.Builder()
                        .name("memory")
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build()))
        .hasMessageContaining("'memory'")
        .hasMessageContaining("LSTM");
  }

  private static void assertRefused(DenseLayer layer, String name, String why) {
    assertThatThrownBy(() -> network(layer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot run layer " + name)
        .hasMessageContaining(why);
  }

  private static DenseLayer.Builder dense() {
    return new DenseLayer.Builder().nIn(3).nOut(2).activation(Activation.TANH);
  }

  private static NetworkShape network(org.deeplearning4j.nn.conf.layers.Layer layer) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list().layer(layer).build());
    return DenseShapes.of(network);
  }
}
