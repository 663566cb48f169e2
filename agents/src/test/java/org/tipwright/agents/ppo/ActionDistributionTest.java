package org.tipwright.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tipwright.env.random.RandomStream;

class ActionDistributionTest {

  private static final double P = 0.7;
  private static final double H = 0.3;
  private static final float STEP = 1e-2f;

  @Test
  void slopesOfChoicesAreThoseOfTheirProbabilities() {
    assertSlopes(new Categorical(4), new float[] {0.3f, -1f, 0.8f, 0.1f}, new float[0], 2f);
  }

  @Test
  void slopesOfNumbersAreThoseOfTheirDensity() {
    assertSlopes(
        new DiagonalGaussian(2), new float[] {0.3f, -1f}, new float[] {-0.4f, 0.2f}, 0.5f, -0.7f);
  }

  @Test
  void choicesComeAsOftenAsTheyAreProbable() {
    Categorical three = new Categorical(3);
    three.see(new float[] {0f, (float) Math.log(2), (float) Math.log(5)}, 0, new float[0]);
    RandomStream random = new RandomStream(1, "choices");
    int[] counts = new int[3];
    float[] action = new float[1];
    for (int i = 0; i < 80_000; i++) {
      three.sample(random, action);
      counts[(int) action[0]]++;
    }
    assertThat(counts[0] / 80_000.0).isCloseTo(0.125, Offset.offset(0.005));
    assertThat(counts[1] / 80_000.0).isCloseTo(0.25, Offset.offset(0.005));
    assertThat(three.entropy()).isCloseTo(0.9003, Offset.offset(1e-4));
  }

  private static void assertSlopes(
      ActionDistribution distribution, float[] outputs, float[] shared, float... action) {
    ToDoubleFunction<float[]> ofOutputs = o -> objective(distribution, o, shared, action);
    ToDoubleFunction<float[]> ofShared = s -> objective(distribution, outputs, s, action);
    float[] outputSlopes = new float[outputs.length];
    float[] sharedSlopes = new float[shared.length];
    distribution.see(outputs, 0, shared);
    distribution.slopes(action, 0, P, H, outputSlopes, 0, sharedSlopes);
    assertClose(outputSlopes, outputs, ofOutputs);
    assertClose(sharedSlopes, shared, ofShared);
  }

  private static double objective(
      ActionDistribution distribution, float[] outputs, float[] shared, float[] action) {
    distribution.see(outputs, 0, shared);
    return P * distribution.logProbability(action, 0) + H * distribution.entropy();
  }

  private static void assertClose(float[] slopes, float[] at, ToDoubleFunction<float[]> function) {
    for (int i = 0; i < at.length; i++) {
      float[] above = at.clone();
      float[] below = at.clone();
      above[i] += STEP;
      below[i] -= STEP;
      double slope =
          (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above[i] - below[i]);
      assertThat((double) slopes[i]).isCloseTo(slope, Offset.offset(1e-3));
    }
  }
}
