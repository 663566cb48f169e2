package org.tipwright.agents.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.random.RandomStream;

class LiftBaselinesTest {

  private static final int SITES = 30;
  private final LiftSettings settings = LiftSettings.from(Tasks.defaults("lift"));
  private final LiftTrials trials = new LiftTrials(settings, 3);
  private final int size = trials.observationSize();

  /** The layout is the experiment's problem: knowing the site must be worth 15 points at least. */
  @Test
  void theOracleLiftsFarMoreSitesThanTheBestFixedPath() {
    int best = 0;
    for (Policy policy : FixedPolicies.all(LiftMove.actionSpec(), size, 1)) {
      best = Math.max(best, count(trials.play(0, SITES, site -> policy)));
    }
    LateralPath found = new FixedPathSearch(settings, 4, SITES / 2).search();
    best =
        Math.max(best, count(trials.play(0, SITES, site -> new PathPolicy("best", found, size))));
    assertThat(count(new LiftOracle(settings, 3).liftable(SITES)))
        .isGreaterThanOrEqualTo(best + (int) Math.ceil(0.15 * SITES));
  }

  @Test
  void theSearchIsNoWorseThanStraightUpWhereItSearched() {
    int few = 10;
    LateralPath found = new FixedPathSearch(settings, 3, few).search();
    int best = count(trials.play(0, few, site -> new PathPolicy("best", found, size)));
    int up = count(trials.play(0, few, site -> new PathPolicy("up", LateralPath.up(), size)));
    assertThat(best).isGreaterThanOrEqualTo(up);
  }

  @Test
  void aPathPolicyStaysWithinAStepOfItsPath() {
    LateralPath path = LateralPath.published(0.8);
    double x = 0;
    double y = 0;
    for (int step = 0; step < 140; step++) {
      LiftMove move = LiftMove.ALL.get(PathPolicy.next(path, x, y, 0.1 * step));
      x += move.stepX() * LiftMove.LATERAL_ANGSTROM;
      y += move.stepY() * LiftMove.LATERAL_ANGSTROM;
      double height = 0.1 * (step + 1);
      assertThat(StrictMath.hypot(x - path.xAt(height), y - path.yAt(height))).isLessThan(0.75);
    }
  }

  @Test
  void theRandomPolicyUsesEveryMoveAndRepeatsItself() {
    RandomPolicy policy = new RandomPolicy(LiftMove.actionSpec(), 1, 7);
    float[] observations = new float[1000];
    RandomStream random = new RandomStream(1, "observations");
    for (int i = 0; i < observations.length; i++) {
      observations[i] = random.nextFloat();
    }
    float[] actions = new float[1000];
    policy.act(observations, actions, 1000);
    int[] chosen = new int[5];
    for (float action : actions) {
      chosen[(int) action]++;
    }
    for (int times : chosen) {
      assertThat(times).isGreaterThan(140);
    }
    float[] again = new float[1000];
    policy.act(observations, again, 1000);
    assertThat(again).containsExactly(actions);
  }

  private static int count(boolean[] lifted) {
    int count = 0;
    for (boolean one : lifted) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
