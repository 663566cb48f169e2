package org.tipwright.env.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;

class LiftTaskTest {

  /** The molecule's inward direction along +x, a strong tip, the whole layer. */
  private static final String EASY =
      "site { azimuth = 0, strength-nanonewton { mean = 1.3, sd = 0 }, missing-neighbour-probability = 0 }";

  @Test
  void aPeelInwardSucceedsAtTheEndMarkAndNotBefore() throws NotConverged {
    LiftTask task = task(EASY);
    float[] observation = start(task, 1);
    StepType type = StepType.FIRST;
    int steps = 0;
    double sum = 0;
    while (!type.isLast()) {
      type = move(task, inward(observation), observation);
      sum += task.reward();
      steps++;
    }
    assertThat(steps).isEqualTo(140);
    assertThat(type).isEqualTo(StepType.TERMINATED);
    assertThat(task.succeeded()).isTrue();
    assertThat(sum).isCloseTo(140 * 0.01 + 1, org.assertj.core.api.Assertions.within(1e-4));
  }

  @Test
  void aRuptureEndsTheEpisodeWithItsReward() throws NotConverged {
    LiftTask task = task(EASY);
    float[] observation = start(task, 1);
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      type = move(task, LiftMove.LEFT, observation);
    }
    assertThat(task.succeeded()).isFalse();
    assertThat(task.bench().bondIntact()).isFalse();
    assertThat(task.reward()).isEqualTo(0.01f - 1f);
  }

  @Test
  void onAnInstrumentTheTipGoesOnAfterAnUnseenRupture() throws NotConverged {
    LiftTask task = task(EASY + ", end.at-rupture = off, end.lateral-angstrom = 40");
    float[] observation = start(task, 1);
    StepType type = StepType.FIRST;
    int steps = 0;
    while (!type.isLast() && steps < 60) {
      type = move(task, LiftMove.LEFT, observation);
      steps++;
    }
    assertThat(task.bench().bondIntact()).isFalse();
    assertThat(type).isEqualTo(StepType.MID);
  }

  @Test
  void aRuptureIsSeenInTheCurrent() throws NotConverged {
    LiftTask task = task(EASY);
    float[] observation = start(task, 1);
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      type = move(task, LiftMove.LEFT, observation);
    }
    assertThat(task.bench().signals().logConductanceJump())
        .as("jump of the conductance in decades")
        .isLessThan(-0.3);
    assertThat(observation[4]).as("the same, cut to its bounds").isEqualTo(-0.2f);
  }

  @Test
  void aSiteIsKeptForItsEpisodesAndThenDrawnAnew() throws NotConverged {
    LiftTask task = task("site { episodes = 3, until-lifted = off, tip-change-probability = 0 }");
    float[] observation = start(task, 5);
    LiftSite first = task.bench().site();
    task.reset(observation, 0);
    assertThat(task.bench().site()).isEqualTo(first);
    task.reset(observation, 0);
    assertThat(task.bench().site()).isEqualTo(first);
    task.reset(observation, 0);
    assertThat(task.bench().site()).isNotEqualTo(first);
  }

  @Test
  void aMoleculeThatWasLiftedIsGone() throws NotConverged {
    LiftTask task = task(EASY);
    float[] observation = start(task, 1);
    liftInward(task, observation);
    assertThat(task.succeeded()).isTrue();
    task.reset(observation, 0);
    assertThat(task.bench().sameMolecule()).isFalse();
    assertThat(attempt(task, observation, 1)).containsOnly(0f);
  }

  @Test
  void aFailedAttemptIsRememberedAtTheSameMolecule() throws NotConverged {
    LiftTask task = task("site.azimuth = 0, site.tip-change-probability = 0");
    float[] observation = start(task, 5);
    while (!move(task, LiftMove.LEFT, observation).isLast()) {}
    float x = observation[0];
    float z = observation[2];
    task.reset(observation, 0);
    assertThat(task.bench().sameMolecule()).isTrue();
    assertThat(attempt(task, observation, 1)).containsExactly(-1f, x, 0f, z);
    assertThat(attempt(task, observation, 2)).containsOnly(0f);
    while (!move(task, LiftMove.LEFT, observation).isLast()) {}
    task.reset(observation, 0);
    assertThat(attempt(task, observation, 2)).containsExactly(-1f, x, 0f, z);
  }

  /** What is remembered is part of the state between two episodes. */
  @Test
  void theMemoryOfAttemptsIsSavedAndRestored() throws NotConverged {
    String settings = "site.azimuth = 0";
    LiftTask task = task(settings);
    float[] observation = start(task, 5);
    while (!move(task, LiftMove.LEFT, observation).isLast()) {}
    StreamsState saved = task.saveStreams();
    task.reset(observation, 0);
    LiftTask other = task(settings);
    other.restoreStreams(saved);
    float[] again = new float[other.observationSpec().size()];
    other.reset(again, 0);
    assertThat(again).containsExactly(observation);
    assertThatThrownBy(() -> task("observation.attempts = 1").restoreStreams(saved))
        .hasMessageContaining("observation.attempts");
  }

  private static void liftInward(LiftTask task, float[] observation) throws NotConverged {
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      type = move(task, inward(observation), observation);
    }
  }

  private static float[] attempt(LiftTask task, float[] observation, int k) {
    int attempts = 2;
    int from = task.observationSpec().size() - 4 * (attempts - k + 1);
    return java.util.Arrays.copyOfRange(observation, from, from + 4);
  }

  @Test
  void aRuptureMayChangeTheTipButNotTheMolecule() throws NotConverged {
    LiftTask task = task("site.episodes = 2, site.azimuth = 0, site.tip-change-probability = 1");
    float[] observation = start(task, 5);
    LiftSite before = task.bench().site();
    while (!move(task, LiftMove.LEFT, observation).isLast()) {
      assertThat(task.succeeded()).isFalse();
    }
    task.reset(observation, 0);
    LiftSite after = task.bench().site();
    assertThat(after.bondStrengthNanonewton()).isNotEqualTo(before.bondStrengthNanonewton());
    assertThat(after.heldCorner()).isEqualTo(before.heldCorner());
    assertThat(after.missingNeighbours()).isEqualTo(before.missingNeighbours());
  }

  @Test
  void theAzimuthIsObservedOnlyWhenSwitchedIn() {
    assertThat(task("observation.azimuth = off").observationSpec().asText())
        .doesNotContain("azimuth");
    assertThat(task("observation.azimuth = on").observationSpec().asText()).contains("azimuth-cos");
  }

  @Test
  void switchesSayWhatIsObserved() {
    String bare = "observation { current = off, frequency-shift = off, history = 0, attempts = 0 }";
    assertThat(task(bare).observationSpec().size()).isEqualTo(3);
    assertThat(task("observation.history = 4").observationSpec().size())
        .isEqualTo(6 + 4 * 8 + 2 * 4);
  }

  @Test
  void everySurfaceLayerMoleculeAndEngineIsPlayed() throws NotConverged {
    for (String sample :
        new String[] {
          "engine = planar",
          "surface = Au111, layer = edge",
          "molecule = NTCDA, layer = isolated",
          "layer = isolated, temperature-kelvin = 77"
        }) {
      LiftTask task = task(sample);
      float[] observation = start(task, 3);
      double force = 0;
      for (int i = 0; i < 3; i++) {
        assertThat(move(task, LiftMove.UP, observation)).as(sample).isEqualTo(StepType.MID);
        force = task.bench().tipForceNanonewton();
      }
      assertThat(force).as(sample).isPositive();
    }
  }

  @Test
  void aWarmBondBreaksUnderAForceThatAColdOneBears() throws NotConverged {
    assertThat(heightOfRupture(5)).isGreaterThan(heightOfRupture(150) + 0.3);
  }

  private static double heightOfRupture(double kelvin) throws NotConverged {
    LiftTask task = task(EASY + ", temperature-kelvin = " + kelvin + ", dwell-seconds = 1");
    float[] observation = start(task, 1);
    while (task.bench().bondIntact()) {
      move(task, LiftMove.UP, observation);
    }
    return task.bench().tipZ();
  }

  @Test
  void aMoleculePutDownLetsGoOfTheTip() throws NotConverged {
    LiftBench bench = new LiftBench(settings(EASY + ", bond.release-per-volt-second = 1e6"));
    bench.seed(2);
    bench.approach();
    bench.moveTip(0, 0, 0.3);
    assertThat(bench.bondIntact()).as("never lifted").isTrue();
    for (int i = 1; i <= 22; i++) {
      bench.moveTip(0, 0, 0.1 * i);
    }
    assertThat(bench.bondIntact()).as("lifted").isTrue();
    for (int i = 22; i >= 3; i--) {
      bench.moveTip(0, 0, 0.1 * i);
    }
    assertThat(bench.bondIntact()).as("put down").isFalse();
  }

  @Test
  void currentSwitchesTheConductanceAndTheBondHolds() throws NotConverged {
    LiftBench bench =
        new LiftBench(
            settings(EASY + ", bond { switching-per-nanocoulomb = 10, switched-decades = 1 }"));
    bench.seed(2);
    bench.approach();
    double largest = 0;
    for (int i = 0; i < 10; i++) {
      bench.moveTip(0, 0, 0.1);
      largest = Math.max(largest, Math.abs(bench.signals().logConductanceJump()));
    }
    assertThat(bench.bondIntact()).isTrue();
    assertThat(largest).isGreaterThan(0.5);
  }

  @Test
  void whatCannotBeLiftedIsRefusedInASentence() {
    assertThatThrownBy(() -> task("surface = Cu111"))
        .hasMessage("surface = Cu111: the surfaces are 'Ag111' and 'Au111'");
    assertThatThrownBy(() -> task("layer = half"))
        .hasMessage("layer = half: the choices are 'full', 'edge' and 'isolated'");
    assertThatThrownBy(() -> task("engine = planar, surface = Au111"))
        .hasMessageStartingWith("engine = planar knows PTCDA on Ag111 only");
    assertThatThrownBy(() -> task("molecule = NTCDA")).hasMessageContaining("set layer = isolated");
    assertThatThrownBy(() -> task("molecule = nothing.molecule"))
        .hasMessageContaining("nor a file that can be read");
    assertThatThrownBy(
            () -> task("molecule = \"\"\"molecule m\natom C1 Si 0 0\"\"\", layer = isolated"))
        .hasMessage("molecule, line 2: unknown element 'Si'; C, O and H are known");
  }

  @Test
  void aBadSettingIsNamedWithItsRange() {
    assertThatThrownBy(() -> task("observation.history = -1"))
        .hasMessage("observation.history = -1: must be from 0 to 140");
    assertThatThrownBy(() -> task("engine = wood"))
        .hasMessage("engine = wood: the lift engines are 'molecular' and 'planar'");
  }

  @Test
  void aKnownSiteIsTheSiteOfEveryMoleculeWhateverTheSeed() throws Exception {
    LiftSite known = new LiftSite(0.4, 1, 2, 1.1, true);
    LiftTask task = new LiftTask(settings("site.until-lifted = off, site.episodes = 1"), known);
    float[] observation = new float[task.observationSpec().size()];
    for (long seed = 1; seed <= 3; seed++) {
      task.seed(seed);
      task.reset(observation, 0);
      assertThat(task.bench().site()).isEqualTo(known);
    }
  }

  private static LiftTask task(String settings) {
    return new LiftTask(settings(settings));
  }

  private static LiftSettings settings(String settings) {
    Config config =
        ConfigFactory.parseString(settings).withFallback(Tasks.defaults("lift")).resolve();
    return LiftSettings.from(config);
  }

  private static float[] start(LiftTask task, long seed) throws NotConverged {
    float[] observation = new float[task.observationSpec().size()];
    task.seed(seed);
    task.reset(observation, 0);
    return observation;
  }

  private static StepType move(LiftTask task, LiftMove move, float[] observation)
      throws NotConverged {
    return task.step(new float[] {move.ordinal()}, 0, observation, 0);
  }

  /** Along x at 45° once 1 Å above contact. */
  private static LiftMove inward(float[] observation) {
    return observation[0] + 0.15 < observation[2] - 1 ? LiftMove.RIGHT : LiftMove.UP;
  }
}
