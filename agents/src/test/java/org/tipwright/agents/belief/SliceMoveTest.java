package org.tipwright.agents.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tipwright.env.random.RandomStream;

class SliceMoveTest {

  private static final BeliefSettings SETTINGS = BeliefSettings.from(BeliefSettings.defaults());
  private static final Shells SHELLS = Shells.of(SETTINGS, 140);
  private static final Hypothesis.Shape SHAPE = Hypothesis.Shape.of(SETTINGS, SHELLS);
  private static final int SHELL = 12;

  /** The same question put to importance sampling, which needs no moves. */
  @Test
  void movesSampleWhatPriorAndEvidenceSayTogether() {
    Evidence evidence = new Evidence(SHELLS, SETTINGS.sameDirection());
    evidence.add(straight(0.3, 30));
    evidence.add(straight(0.7, 38));
    RandomStream draws = new RandomStream(1, "test");
    double weights = 0;
    double middle = 0;
    Hypothesis drawn = new Hypothesis(SHAPE);
    for (int i = 0; i < 40_000; i++) {
      drawn.draw(draws);
      double weight = Math.exp(evidence.logLikelihood(drawn, 0));
      weights += weight;
      middle += weight * drawn.x(SHELL);
    }
    SliceMove slice = new SliceMove(evidence, SHELLS);
    drawn.draw(draws);
    double sum = 0;
    int moves = 60_000;
    for (int i = 0; i < moves; i++) {
      slice.move(drawn, draws);
      sum += drawn.x(SHELL);
    }
    assertThat(middle / weights).isGreaterThan(0.05);
    assertThat(sum / moves).isCloseTo(middle / weights, within(0.03));
  }

  @Test
  void aLevelChangesNothingAboveIt() {
    Evidence evidence = new Evidence(SHELLS, SETTINGS.sameDirection());
    evidence.add(straight(0.3, 30));
    evidence.add(straight(0.7, 38));
    Hypothesis drawn = new Hypothesis(SHAPE);
    RandomStream draws = new RandomStream(2, "test");
    for (int i = 0; i < 100; i++) {
      drawn.draw(draws);
      double exact = evidence.logLikelihood(drawn, 0);
      assertThat(evidence.logLikelihood(drawn, 0, exact - 0.5)).isEqualTo(exact, within(1e-9));
      assertThat(evidence.logLikelihood(drawn, 0, exact + 0.5)).isLessThan(exact + 0.5);
    }
  }

  private static Attempt straight(double slope, int steps) {
    double[] x = new double[steps + 1];
    Arrays.setAll(x, n -> 0.1 * slope * n);
    return new Attempt(x, new double[steps + 1], true);
  }
}
