package org.tipwright.runs.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.runs.evaluation.PolicyScore;

class SameSitesTest {

  private static final Policy UP =
      new Policy() {
        @Override
        public String name() {
          return "up";
        }

        @Override
        public void act(float[] observations, float[] actions, int batch) {
          Arrays.fill(actions, LiftMove.UP.ordinal());
        }
      };

  @Test
  void straightUpLiftsALoneMoleculeWithAStrongTipAndNoneInItsLayerWithAWeakOne() {
    LiftSite strong = new LiftSite(0.3, 0, 7, 2);
    LiftSite weak = new LiftSite(0.3, 0, 0, 0.3);
    SameSites sites = new SameSites(UP, Tasks.defaults("lift"), List.of(strong, weak), 2, 3);
    for (PolicyScore score : List.of(sites.asTrained(), sites.withFaults())) {
      assertThat(score.episodes()).isEqualTo(4);
      assertThat(score.successes()).isEqualTo(2);
      assertThat(score.liftedSites()).isEqualTo(2);
    }
  }
}
