package org.tipwright.agents.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tipwright.env.random.RandomStream;

/** DL4J is the reference: the kernel must agree with it in outputs, gradients and Adam's steps. */
class DuelingKernelParityTest {

  private static final int ROWS = 17;
  private static final int INPUTS = 6;
  private static final int CHOICES = 5;

  private final RandomStream random = new RandomStream(3, "parity");

  @ParameterizedTest
  @EnumSource
  void outputsAreThoseOfDl4j(HiddenActivation activation) {
    DuelingShape shape = shape(activation);
    ComputationGraph graph = DuelingGraph.initialise(shape, 11);
    DuelingKernel kernel = kernel(shape, graph);
    float[] input = numbers(ROWS * INPUTS);

    float[] heads = kernel.forward(input);

    INDArray[] expected = graph.output(rows(input, INPUTS));
    for (int row = 0; row < ROWS; row++) {
      int at = row * (CHOICES + 1);
      assertThat(heads[at]).isCloseTo(expected[0].getFloat(row, 0), Offset.offset(2e-6f));
      for (int a = 0; a < CHOICES; a++) {
        assertThat(heads[at + 1 + a]).isCloseTo(expected[1].getFloat(row, a), Offset.offset(2e-6f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAndAdamStepsAreThoseOfDl4j(HiddenActivation activation) {
    DuelingShape shape = shape(activation);
    ComputationGraph graph = DuelingGraph.initialise(shape, 12);
    DuelingKernel kernel = kernel(shape, graph);
    Adam adam = new Adam(kernel, 1e-3);
    for (int step = 0; step < 3; step++) {
      float[] input = numbers(ROWS * INPUTS);
      float[] errors = numbers(ROWS * (CHOICES + 1));

      kernel.forward(input);
      kernel.backward(errors);
      Gradient gradient = dl4jGradient(graph, input, errors);
      assertClose(kernel.gradient(), gradient.gradient().toFloatVector(), 2e-5f);

      adam.step(1.0);
      // DL4J divides by the number of rows before it applies the updater.
      graph.getGradientsViewArray().muli(ROWS);
      graph.getUpdater().update(gradient, step, 0, ROWS, LayerWorkspaceMgr.noWorkspaces());
      graph.params().subi(graph.getGradientsViewArray().reshape(graph.params().shape()));
      assertClose(kernel.parameters(), DuelingGraph.parameters(graph), 2e-5f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theShapeIsReadBackFromTheGraph(HiddenActivation activation) {
    DuelingShape shape = shape(activation);
    assertThat(DuelingGraph.shapeOf(DuelingGraph.initialise(shape, 1))).isEqualTo(shape);
  }

  private static Gradient dl4jGradient(ComputationGraph graph, float[] input, float[] errors) {
    float[] value = new float[ROWS];
    float[] advantage = new float[ROWS * CHOICES];
    for (int row = 0; row < ROWS; row++) {
      value[row] = errors[row * (CHOICES + 1)];
      System.arraycopy(errors, row * (CHOICES + 1) + 1, advantage, row * CHOICES, CHOICES);
    }
    graph.feedForward(new INDArray[] {rows(input, INPUTS)}, true, false);
    return graph.backpropGradient(rows(value, 1), rows(advantage, CHOICES));
  }

  private static DuelingShape shape(HiddenActivation activation) {
    return new DuelingShape(INPUTS, List.of(9, 7), activation, CHOICES);
  }

  private static DuelingKernel kernel(DuelingShape shape, ComputationGraph graph) {
    DuelingKernel kernel = new DuelingKernel(shape, ROWS);
    kernel.setParameters(DuelingGraph.parameters(graph));
    return kernel;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static INDArray rows(float[] numbers, int width) {
    return Nd4j.createFromArray(numbers).reshape(numbers.length / width, width);
  }

  private static void assertClose(float[] actual, float[] expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("entry %d", i).isCloseTo(expected[i], Offset.offset(tolerance));
    }
  }
}
