package org.tipwright.agents.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

class SwappedSignalsTest {

  private static final ObservationSpec SPEC =
      new ObservationSpec(
          List.of(
              new Component("tip-x", "Å", -9, 9),
              new Component("tip-z", "Å", 0, 15),
              new Component("log-conductance", "log10 nS", -3, 5),
              new Component("then-frequency-shift-1", "Hz", -20, 20)));

  private float[] shown = {};

  private final Policy spy =
      new Policy() {
        @Override
        public String name() {
          return "spy";
        }

        @Override
        public void act(float[] observations, float[] actions, int rows) {
          shown = observations;
        }
      };

  @Test
  void signalsChangePlacesAmongSitesAtOneHeightAndNothingElseDoes() {
    float[] observed = {
      1, 5, 0.1f, 10, //
      2, 5, 0.2f, 20, //
      3, 7, 0.3f, 30, //
      4, 5, 0.4f, 40
    };
    float[] before = observed.clone();
    new SwappedSignals(spy, SPEC, 1).act(observed, new float[4], 4);
    assertThat(observed).as("the caller's own").containsExactly(before);
    for (int row = 0; row < 4; row++) {
      assertThat(shown[4 * row]).isEqualTo(before[4 * row]);
      assertThat(shown[4 * row + 1]).isEqualTo(before[4 * row + 1]);
      assertThat(shown[4 * row + 3]).isCloseTo(100 * shown[4 * row + 2], within(1e-4f));
    }
    assertThat(shown[10]).as("alone at its height").isEqualTo(0.3f);
    assertThat(shown[2]).isNotEqualTo(0.1f);
    assertThat(shown[6]).isNotEqualTo(0.2f);
    assertThat(List.of(shown[2], shown[6], shown[14])).contains(0.1f, 0.2f, 0.4f);
  }

  @Test
  void anObservationWithoutHeightIsRefused() {
    ObservationSpec spec = new ObservationSpec(List.of(new Component("x", "Å", 0, 1)));
    assertThatThrownBy(() -> new SwappedSignals(spy, spec, 1)).hasMessageContaining("tip-z");
  }

  @Test
  void aForgetfulPolicyIsShownNoAttempt() {
    ObservationSpec spec =
        new ObservationSpec(
            List.of(
                new Component("tip-x", "Å", -9, 9),
                new Component("attempt-1", "1", -1, 1),
                new Component("attempt-end-x-1", "Å", -9, 9)));
    float[] observed = {1, -1, 4, 2, 1, 5};
    new ForgottenAttempts(spy, spec).act(observed, new float[2], 2);
    assertThat(shown).containsExactly(1, 0, 0, 2, 0, 0);
    assertThat(observed[2]).as("the caller's own").isEqualTo(4);
  }
}
