package org.tipwright.agents.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.tipwright.agents.kernel.Activation;
import org.tipwright.agents.kernel.Adam;
import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.env.random.RandomStream;

/** DL4J is the reference: the kernel must agree with it in outputs, gradients and Adam's steps. */
class KernelParityTest {

  private static final float RELATIVE = 1e-5f;

  @Property(tries = 60, seed = "20201102")
  void outputsAndGradientsOfRandomNetworksAreThoseOfDl4j(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    RandomStream random = new RandomStream(seed, "parity");
    NetworkShape shape = randomTree(random);
    ComputationGraph graph = DenseGraph.initialise(shape, seed);
    DenseKernel kernel = new DenseKernel(shape, 40);
    kernel.setParameters(randomised(graph, random));
    float[] input = numbers(random, rows * shape.inputs());

    kernel.forward(input, rows);
    INDArray[] expected = graph.output(matrix(input, shape.inputs()));
    List<Integer> outputs = outputs(shape);
    for (int i = 0; i < outputs.size(); i++) {
      assertClose(kernel.output(outputs.get(i)), expected[i].dup('c').data().asFloat());
    }

    List<INDArray> errors = new ArrayList<>();
    for (int output : outputs) {
      float[] error = numbers(random, rows * shape.layers().get(output).units());
      System.arraycopy(error, 0, kernel.outputErrors(output), 0, error.length);
      errors.add(matrix(error, shape.layers().get(output).units()));
    }
    kernel.backward(rows);
    graph.feedForward(new INDArray[] {matrix(input, shape.inputs())}, true, false);
    Gradient gradient = graph.backpropGradient(errors.toArray(INDArray[]::new));
    assertClose(kernel.gradient(), gradient.gradient().toFloatVector());
  }

  @Test
  void adamStepsAreThoseOfDl4j() {
    RandomStream random = new RandomStream(3, "parity");
    int rows = 17;
    NetworkShape shape = DuelingHeads.shape(6, List.of(9, 7), HiddenActivation.TANH, 5);
    ComputationGraph graph = DenseGraph.initialise(shape, 12);
    DenseKernel kernel = new DenseKernel(shape, rows);
    kernel.setParameters(DenseGraph.parameters(graph));
    Adam adam = new Adam(kernel, 1e-3);
    for (int step = 0; step < 3; step++) {
      float[] input = numbers(random, rows * 6);
      float[] value = numbers(random, rows);
      float[] advantage = numbers(random, rows * 5);
      kernel.forward(input, rows);
      System.arraycopy(value, 0, kernel.outputErrors(2), 0, value.length);
      System.arraycopy(advantage, 0, kernel.outputErrors(3), 0, advantage.length);
      kernel.backward(rows);
      adam.step(1.0);

      graph.feedForward(new INDArray[] {matrix(input, 6)}, true, false);
      Gradient gradient = graph.backpropGradient(matrix(value, 1), matrix(advantage, 5));
      // DL4J divides by the number of rows before it applies the updater.
      graph.getGradientsViewArray().muli(rows);
      graph.getUpdater().update(gradient, step, 0, rows, LayerWorkspaceMgr.noWorkspaces());
      graph.params().subi(graph.getGradientsViewArray().reshape(graph.params().shape()));
      float[] expected = DenseGraph.parameters(graph);
      for (int i = 0; i < expected.length; i++) {
        assertThat(kernel.parameters()[i]).isCloseTo(expected[i], Offset.offset(2e-5f));
      }
    }
  }

  @Test
  void aMultiLayerNetworkRunsWithItsActivationLayersAndTakesItsParametersBack() {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .list()
            .layer(dense(3, 8, org.nd4j.linalg.activations.Activation.IDENTITY))
            .layer(new ActivationLayer(org.nd4j.linalg.activations.Activation.TANH))
            .layer(dense(8, 4, org.nd4j.linalg.activations.Activation.RELU))
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nIn(4)
                    .nOut(2)
                    .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    RandomStream random = new RandomStream(1, "parity");
    DenseKernel kernel = new DenseKernel(DenseShapes.of(network), 5);
    kernel.setParameters(numbers(random, (int) network.numParams()));
    DenseGraph.write(kernel.parameters(), network);
    float[] input = numbers(random, 15);
    kernel.forward(input, 5);
    assertClose(kernel.output(2), network.output(matrix(input, 3)).dup('c').data().asFloat());
  }

  @Test
  void oneRowGivesWhatItGivesAmongMany() {
    RandomStream random = new RandomStream(8, "parity");
    NetworkShape shape = randomTree(random);
    DenseKernel kernel = new DenseKernel(shape, 9);
    kernel.setParameters(numbers(random, shape.parameterCount()));
    float[] input = numbers(random, 9 * shape.inputs());
    int output = outputs(shape).get(0);
    kernel.forward(input, 9);
    float[] first = new float[shape.layers().get(output).units()];
    System.arraycopy(kernel.output(output), 0, first, 0, first.length);
    kernel.forward(input, 1);
    assertClose(kernel.output(output), first);
  }

  private static DenseLayer dense(
      int inputs, int units, org.nd4j.linalg.activations.Activation activation) {
    return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(activation).build();
  }

  /** A trunk, some branches off it, and one to three heads on trunk or branches. */
  private static NetworkShape randomTree(RandomStream random) {
    int inputs = 1 + random.nextInt(9);
    List<Integer> widths = new ArrayList<>();
    for (int l = 0; l <= random.nextInt(3); l++) {
      widths.add(1 + random.nextInt(33));
    }
    List<LayerShape> layers =
        NetworkShape.hiddenLayers(inputs, widths, activation(random, Activation.values().length));
    int trunk = layers.size() - 1;
    int width = layers.get(trunk).units();
    int heads = 1 + random.nextInt(3);
    for (int head = 0; head < heads; head++) {
      int units = 1 + random.nextInt(6);
      layers.add(new LayerShape("head-" + head, trunk, width, units, activation(random, 3)));
    }
    return new NetworkShape(inputs, layers);
  }

  private static Activation activation(RandomStream random, int among) {
    return Activation.values()[random.nextInt(among)];
  }

  private static List<Integer> outputs(NetworkShape shape) {
    List<Integer> outputs = new ArrayList<>();
    for (int l = 0; l < shape.layers().size(); l++) {
      if (shape.isOutput(l)) {
        outputs.add(l);
      }
    }
    return outputs;
  }

  /** The initial parameters with every bias moved away from zero. */
  private static float[] randomised(ComputationGraph graph, RandomStream random) {
    float[] parameters = DenseGraph.parameters(graph);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += 0.1f * (float) random.nextGaussian();
    }
    DenseGraph.write(parameters, graph);
    return parameters;
  }

  private static float[] numbers(RandomStream random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static INDArray matrix(float[] numbers, int width) {
    return Nd4j.createFromArray(numbers).reshape(numbers.length / width, width);
  }

  /** Within 1e-5 of the largest of them: single numbers near zero are differences of large ones. */
  private static void assertClose(float[] actual, float[] expected) {
    float largest = 0;
    for (float number : expected) {
      largest = Math.max(largest, Math.abs(number));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("entry %d", i)
          .isCloseTo(expected[i], Offset.offset(RELATIVE * Math.max(largest, 1e-6f)));
    }
  }
}
