package org.tipwright.env.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.v1.Entry;
import org.tipwright.env.episode.v1.Step;
import org.tipwright.env.random.RandomStream;

class EpisodeReplayTest {

  @TempDir Path folder;

  @Test
  void aRecordedHoseEpisodeReplaysBitForBit() throws Exception {
    record("hose", Tasks.defaults("hose"), 2);
    assertIdentical(0);
    assertIdentical(1);
  }

  @Test
  void recordedLiftEpisodesReplayWhereverTheyStoodInARun() throws Exception {
    record("lift", Tasks.defaults("lift"), 3);
    assertIdentical(0);
    assertIdentical(1);
    assertIdentical(2);
  }

  @Test
  void aRecordNeedsNoPathFile() throws Exception {
    Path path = Files.writeString(folder.resolve("path.txt"), "0 0 0\n1 4 18\n");
    Config settings =
        Tasks.defaults("hose")
            .withValue("path-file", ConfigValueFactory.fromAnyRef(path.toString()));
    record("hose", settings, 1);
    Files.delete(path);
    assertIdentical(0);
  }

  @Test
  void theFirstDifferingStepAndComponentAreNamed() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord changed =
        change(EpisodeReader.read(file(0)), 4, step -> step.setObservation(1, 77f));
    ReplayResult result = EpisodeReplay.replay(changed);
    assertThat(result.identical()).isFalse();
    assertThat(result.firstDifferingStep()).isEqualTo(4);
    assertThat(result.difference()).startsWith("tip-y is ").endsWith("recorded is 77.0");
    assertThat(result.steps()).isEqualTo(4);
  }

  @Test
  void theSmallestDifferenceCounts() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord changed =
        change(
            EpisodeReader.read(file(0)),
            2,
            step -> step.setObservation(2, Math.nextUp(step.getObservation(2))));
    assertThat(EpisodeReplay.replay(changed).firstDifferingStep()).isEqualTo(2);
  }

  @Test
  void aDifferentRewardIsNamed() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord changed = change(EpisodeReader.read(file(0)), 3, step -> step.setReward(5f));
    ReplayResult result = EpisodeReplay.replay(changed);
    assertThat(result.firstDifferingStep()).isEqualTo(3);
    assertThat(result.difference()).isEqualTo("the reward is 0.01, recorded is 5.0");
  }

  @Test
  void whatAnArbiterJudgedIsNotCompared() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord changed = change(EpisodeReader.read(file(0)), 3, step -> step.setReward(5f));
    EpisodeRecord arbitrated =
        new EpisodeRecord(
            changed.header().toBuilder().setJudgedByTask(false).build(), changed.entries(), "");
    assertThat(EpisodeReplay.replay(arbitrated).identical()).isTrue();
  }

  @Test
  void moreStepsThanTheSimulationAllowsAreADifference() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord whole = EpisodeReader.read(file(0));
    List<Entry> entries = new ArrayList<>(whole.entries());
    int steps = whole.steps().size();
    entries.add(steps, entries.get(steps - 1));
    ReplayResult result = EpisodeReplay.replay(new EpisodeRecord(whole.header(), entries, ""));
    assertThat(result.firstDifferingStep()).isEqualTo(steps + 1);
    assertThat(result.difference()).contains("refuses the action");
  }

  @Test
  void aRecordCutInMidEpisodeReplaysAsFarAsItGoes() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord whole = EpisodeReader.read(file(0));
    ReplayResult result =
        EpisodeReplay.replay(
            new EpisodeRecord(whole.header(), whole.entries().subList(0, 7), "entry 8 is cut off"));
    assertThat(result).isEqualTo(new ReplayResult(true, -1, "", 7));
  }

  @Test
  void aMeasuredRecordWithoutStreamsIsRefused() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord simulated = EpisodeReader.read(file(0));
    EpisodeRecord measured =
        new EpisodeRecord(
            simulated.header().toBuilder().setPlace("grpc://stm:7777").build(),
            simulated.entries(),
            "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpisodeReplay.replay(measured))
        .withMessageContaining("measured at 'grpc://stm:7777'");
  }

  @Test
  void aRecordOfAnUnknownTaskIsRefused() throws Exception {
    record("hose", Tasks.defaults("hose"), 1);
    EpisodeRecord known = EpisodeReader.read(file(0));
    EpisodeRecord unknown =
        new EpisodeRecord(known.header().toBuilder().setTask("dig").build(), known.entries(), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpisodeReplay.replay(unknown))
        .withMessageContaining("task 'dig'");
  }

  private void assertIdentical(long episode) throws IOException {
    EpisodeRecord record = EpisodeReader.read(file(episode));
    assertThat(record.damage()).isEmpty();
    assertThat(record.end()).isPresent();
    assertThat(EpisodeReplay.replay(record))
        .isEqualTo(new ReplayResult(true, -1, "", record.steps().size()));
  }

  private Path file(long episode) {
    return folder.resolve(episode + ".episode");
  }

  /** Records episodes of random moves. */
  private void record(String task, Config settings, int episodes) throws Exception {
    EnvironmentCore core = Tasks.create(task, settings);
    RandomStream draws = new RandomStream(5, "moves");
    try (EpisodeRecorder recorder =
        new EpisodeRecorder(
            core, EpisodeSetting.simulation(task, settings, "random"), this::file)) {
      recorder.seed(11);
      float[] observation = new float[recorder.observationSpec().size()];
      for (int i = 0; i < episodes; i++) {
        recorder.reset(observation, 0);
        StepType type = StepType.FIRST;
        while (!type.isLast()) {
          type = recorder.step(new float[] {draws.nextInt(5)}, 0, observation, 0);
        }
      }
    }
  }

  private interface Change {
    Step.Builder to(Step.Builder step);
  }

  private static EpisodeRecord change(EpisodeRecord record, int step, Change change) {
    List<Entry> entries = new ArrayList<>(record.entries());
    Entry old = entries.get(step - 1);
    entries.set(step - 1, Entry.newBuilder().setStep(change.to(old.getStep().toBuilder())).build());
    return new EpisodeRecord(record.header(), entries, "");
  }
}
