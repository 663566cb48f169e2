package org.tipwright.agents.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.pretraining.PretrainedLearner;
import org.tipwright.agents.pretraining.PretrainedSettings;
import org.tipwright.agents.pretraining.TipLibrary;
import org.tipwright.env.Tasks;

class DriftBenchmarkTest {

  /** Members that no figure is reported for. */
  private static final HoseTrial TRIAL =
      new HoseTrial(
          "hose-drift",
          0,
          1,
          7001,
          ConfigFactory.parseString("first-member = 1000")
              .withFallback(Tasks.defaults("hose-drift")));

  private static final Config HELD_OUT =
      ConfigFactory.parseString("first-member = 100000").withFallback(TRIAL.settings());

  @Test
  void aRunHasTenTipsOfTwentyToSixtyEpisodesTheSameForEveryPlayer() {
    DriftRun run = DriftBenchmark.run("azimuth-45", TRIAL);
    assertThat(run.tips()).hasSize(10);
    assertThat(run.tips()).allSatisfy(tip -> assertThat(tip.episodes()).isBetween(20, 60));
    assertThat(DriftBenchmark.run("random", TRIAL).tips())
        .extracting(DriftRun.TipRun::episodes)
        .isEqualTo(run.tips().stream().map(DriftRun.TipRun::episodes).toList());
  }

  @Test
  void aRunDependsOnItsSeedAlone() {
    DriftRun run = DriftBenchmark.run("belief-memory", TRIAL, 2);
    assertThat(DriftBenchmark.run("belief-memory", TRIAL, 2)).isEqualTo(run);
  }

  @Test
  void thePlayerThatForgetsFindsItsWayAgainWithNewTipsAndTheOtherDoesNot() {
    double forgetting = 0;
    double keeping = 0;
    for (int seed = 1; seed <= 2; seed++) {
      HoseTrial trial = new HoseTrial("hose-drift", 0, seed, 7000 + seed, TRIAL.settings());
      forgetting += DriftBenchmark.run("belief-memory", trial, 5).newTipsEpisodesSucceeded() / 2;
      keeping += DriftBenchmark.run("belief", trial, 5).newTipsEpisodesSucceeded() / 2;
    }
    assertThat(forgetting).isGreaterThan(0.3);
    assertThat(keeping).isLessThan(0.1);
  }

  /** A fifth of the usual training; its members and those played have none in common. */
  @Test
  void thePretrainedWithMemoryFindsNewWaysSoonerThanTheOneFromScratchOrThatWithoutMemory() {
    PretrainedSettings memory = pretrained(PretrainedSettings.withMemory());
    PretrainedSettings none = pretrained(PretrainedSettings.defaults());
    TipLibrary library = TipLibrary.pretrain(memory);
    HoseTrial trial = new HoseTrial("hose-drift", 0, 1, 7003, HELD_OUT);
    double remembering = drift("memory", memory, library, trial).newTipsEpisodesSucceeded();
    double forgetting = drift("none", none, library, trial).newTipsEpisodesSucceeded();
    double scratch = DriftBenchmark.run("belief-memory", trial, 5).newTipsEpisodesSucceeded();
    assertThat(remembering).isGreaterThan(scratch + 0.1).isGreaterThan(0.7);
    assertThat(forgetting).isLessThan(0.2);
  }

  private static DriftRun drift(
      String name, PretrainedSettings settings, TipLibrary library, HoseTrial trial) {
    return DriftBenchmark.run(
        name,
        (hose, seed) -> new LinePlayer(hose, new PretrainedLearner(library, settings, seed), seed),
        trial,
        5);
  }

  private static PretrainedSettings pretrained(Config settings) {
    return PretrainedSettings.from(
        ConfigFactory.parseString("tips = 400, particles = 500, judges = 200")
            .withFallback(settings));
  }

  /** On the published path nothing contradicts anything, so there is nothing to forget. */
  @Test
  void whereTheTipStaysMemoryChangesNothing() {
    for (HoseTrial trial : HoseTrial.onePath(5)) {
      HoseRun plain = HoseBenchmark.run("belief", trial);
      HoseRun memory = HoseBenchmark.run("belief-memory", trial);
      assertThat(List.of(memory.firstSuccess(), memory.steps()))
          .isEqualTo(List.of(plain.firstSuccess(), plain.steps()));
    }
  }
}
