package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.random.RandomStream;

class DriftingHoseTaskTest {

  private static final DriftSettings DEFAULTS = settings("");
  private static final int TIPS = 2000;

  @Test
  void tipsAreDrawnFromTheWholeOfTheirRanges() {
    RandomStream draws = new RandomStream(1, "tips");
    List<HoseTip> tips = new ArrayList<>();
    for (int number = 1; number <= TIPS; number++) {
      tips.add(HoseTip.draw(number, DEFAULTS, draws));
    }
    assertThat(tips).extracting(HoseTip::episodes).contains(20, 60);
    assertThat(tips).allSatisfy(tip -> assertThat(tip.episodes()).isBetween(20, 60));
    assertThat(tips.stream().mapToInt(HoseTip::episodes).average().orElseThrow())
        .isBetween(39.0, 41.0);
    assertThat(tips).allSatisfy(tip -> assertThat(tip.radiusFactor()).isBetween(0.8, 1.2));
    assertThat(tips.stream().mapToDouble(HoseTip::radiusFactor).average().orElseThrow())
        .isBetween(0.99, 1.01);
    assertThat(tips).extracting(HoseTip::contactXTenths).contains(-5, 0, 5);
    assertThat(tips).extracting(HoseTip::contactYTenths).contains(-5, 0, 5);
    assertThat(tips).allSatisfy(tip -> assertThat(squareOffset(tip)).isLessThanOrEqualTo(25));
    assertThat(tips.stream().filter(tip -> squareOffset(tip) == 0).count()).isLessThan(60);
    assertThat(tips.stream().map(HoseTip::member).distinct().count()).isGreaterThan(800);
    assertThat(tips).allSatisfy(tip -> assertThat(tip.member()).isBetween(0, 999));
  }

  @Test
  void aTipStaysForItsEpisodesAndThenAnotherComes() {
    DriftingHoseTask hose = new DriftingHoseTask(settings("least-episodes=3, most-episodes=3"));
    hose.seed(7);
    assertThat(hose.tip()).isZero();
    List<Integer> tips = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int episode = 0; episode < 7; episode++) {
      straightUp(hose);
      tips.add(hose.tip());
      left.add(hose.episodesLeft());
    }
    assertThat(tips).containsExactly(1, 1, 1, 2, 2, 2, 3);
    assertThat(left).containsExactly(2, 1, 0, 2, 1, 0, 2);
  }

  @Test
  void withOneTipTheSameMovesEndAlikeAndWithOthersTheyDoNot() {
    DriftingHoseTask hose = new DriftingHoseTask(settings("least-episodes=4, most-episodes=4"));
    hose.seed(7);
    List<Integer> steps = new ArrayList<>();
    for (int episode = 0; episode < 32; episode++) {
      steps.add(straightUp(hose));
    }
    for (int episode = 0; episode < 32; episode++) {
      assertThat(steps.get(episode)).isEqualTo(steps.get(episode / 4 * 4));
    }
    assertThat(steps.stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void aRestoredHoseStillHasItsTipAndTheEpisodesLeft() {
    DriftingHoseTask hose = new DriftingHoseTask(DEFAULTS);
    hose.seed(3);
    for (int episode = 0; episode < 70; episode++) {
      straightUp(hose);
    }
    DriftingHoseTask restored = new DriftingHoseTask(DEFAULTS);
    restored.restoreStreams(hose.saveStreams());
    assertThat(restored.tip()).isEqualTo(hose.tip()).isGreaterThan(1);
    assertThat(restored.episodesLeft()).isEqualTo(hose.episodesLeft());
    for (int episode = 0; episode < 70; episode++) {
      assertThat(straightUp(restored)).isEqualTo(straightUp(hose));
      assertThat(restored.tip()).isEqualTo(hose.tip());
    }
  }

  @Test
  void bothRadiiAreMultipliedAndNothingElse() {
    HosePath vertical = new HosePathBuilder().lineTo(0, 0, 17).build();
    HoseCorridor wider = new HoseCorridor(vertical, 1.2);
    HoseCorridor narrower = new HoseCorridor(vertical, 0.8);
    assertThat(wider.survives(8, 0, 49)).isTrue();
    assertThat(new HoseCorridor(vertical).survives(8, 0, 49)).isFalse();
    assertThat(narrower.survives(5, 0, 49)).isTrue();
    assertThat(narrower.survives(7, 0, 49)).isFalse();
    assertThat(narrower.survives(13, 0, 139)).isTrue();
    assertThat(narrower.survives(15, 0, 139)).isFalse();
    assertThat(wider.survives(20, 0, 138)).isTrue();
    assertThat(wider.survives(22, 0, 138)).isFalse();
  }

  @Test
  void contactLiesWhereTheTipPutsItAndIsObservedAsZero() {
    HosePath vertical = new HosePathBuilder().lineTo(0, 0, 17).build();
    HoseTask hose = new HoseTask(new HoseCorridor(vertical), 4, 0);
    hose.seed(0);
    float[] observation = new float[3];
    hose.reset(observation, 0);
    assertThat(observation).containsExactly(0f, 0f, 0f);
    int right = LiftMove.RIGHT.ordinal();
    while (observation[2] < 3.9f) {
      assertThat(hose.step(new float[] {LiftMove.UP.ordinal()}, 0, observation, 0).isLast())
          .isFalse();
    }
    assertThat(hose.step(new float[] {right}, 0, observation, 0).isLast()).isFalse();
    assertThat(hose.step(new float[] {right}, 0, observation, 0).isLast()).isTrue();
    assertThat(observation[0]).isEqualTo(0.6f);
  }

  @ParameterizedTest
  @CsvSource({
    "least-episodes = 0, least-episodes = 0",
    "most-episodes = 19, not be below least-episodes",
    "first-member = -1, members count from 0",
    "members = 0, must be 1 or more",
    "least-radius-factor = 0, needs some width",
    "most-radius-factor = 0.7, not below least-radius-factor",
    "contact-offset-angstrom = 2, outside the corridor"
  })
  void settingsOutOfRangeAreRefused(String assignment, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(assignment))
        .withMessageContaining(why);
  }

  private static int straightUp(DriftingHoseTask hose) {
    float[] observation = new float[3];
    float[] up = {LiftMove.UP.ordinal()};
    hose.reset(observation, 0);
    int steps = 1;
    while (!hose.step(up, 0, observation, 0).isLast()) {
      steps++;
    }
    return steps;
  }

  private static int squareOffset(HoseTip tip) {
    return tip.contactXTenths() * tip.contactXTenths()
        + tip.contactYTenths() * tip.contactYTenths();
  }

  private static DriftSettings settings(String overrides) {
    return DriftSettings.from(
        ConfigFactory.parseString(overrides).withFallback(Tasks.defaults("hose-drift")));
  }
}
