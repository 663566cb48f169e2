package org.tipwright.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.DuelingHeads;
import org.tipwright.agents.network.HiddenActivation;

class InitialWeightsTest {

  private static final NetworkShape SHAPE =
      DuelingHeads.shape(3, List.of(30), List.of(15), HiddenActivation.TANH, 5);

  @Test
  void fanInFillsItsBoundsAndBiasesTakePart() {
    float[] parameters = InitialWeights.FAN_IN.draw(SHAPE, 1);
    float[] firstLayer = Arrays.copyOf(parameters, 4 * 30);
    double bound = 1 / Math.sqrt(3);
    double widest = 0;
    for (float parameter : firstLayer) {
      widest = Math.max(widest, Math.abs(parameter));
    }
    assertThat(widest).isBetween(0.9 * bound, bound);
    assertThat(Arrays.copyOfRange(firstLayer, 90, 120)).doesNotContain(0f);
  }

  @Test
  void glorotLeavesBiasesAtZero() {
    float[] parameters = InitialWeights.GLOROT.draw(SHAPE, 1);
    assertThat(Arrays.copyOfRange(parameters, 90, 120)).containsOnly(0f);
  }

  @Test
  void equalSeedsGiveEqualWeights() {
    for (InitialWeights weights : InitialWeights.values()) {
      float[] once = weights.draw(SHAPE, 3);
      float[] again = weights.draw(SHAPE, 3);
      assertThat(again).isEqualTo(once);
      assertThat(weights.draw(SHAPE, 4)).isNotEqualTo(once);
    }
  }
}
