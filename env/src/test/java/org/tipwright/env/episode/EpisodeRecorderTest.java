package org.tipwright.env.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.env.CountingEnvironment;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.v1.Event;
import org.tipwright.env.episode.v1.Step;
import org.tipwright.physics.NotConverged;

class EpisodeRecorderTest {

  private static final float[] UP = {0};

  @TempDir Path folder;

  @Test
  void everyObservationActionAndRewardIsKept() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.terminatingAfter(2));
    float[] observation = new float[2];
    recorder.reset(observation, 0);
    recorder.step(new float[] {1}, 0, observation, 0);
    recorder.step(new float[] {0}, 0, observation, 0);
    EpisodeRecord record = EpisodeReader.read(file(0));
    assertThat(record.header().getFirstObservationList()).containsExactly(1f, 0f);
    assertThat(record.header().getPolicy()).isEqualTo("by hand");
    assertThat(record.header().getStreamsMap()).containsOnlyKeys("episode");
    assertThat(record.header().getWallTimeMillis()).isEqualTo(1_000);
    Step first = record.steps().get(0);
    assertThat(first.getActionList()).containsExactly(1f);
    assertThat(first.getObservationList()).containsExactly(1f, 1f);
    assertThat(first.getReward()).isEqualTo(0.5f);
    assertThat(first.getType()).isEqualTo("MID");
    assertThat(first.getInstrumentTimeSeconds()).isEqualTo(12.5);
    assertThat(record.steps().get(1).getType()).isEqualTo("TERMINATED");
    assertThat(record.end().orElseThrow().getOutcome()).isEqualTo("success");
    assertThat(record.end().orElseThrow().getSteps()).isEqualTo(2);
  }

  @Test
  void aTruncationIsNoFailure() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.truncatingAfter(1));
    float[] observation = new float[2];
    recorder.reset(observation, 0);
    assertThat(recorder.step(UP, 0, observation, 0)).isEqualTo(StepType.TRUNCATED);
    assertThat(outcome(0)).isEqualTo("truncated");
  }

  @Test
  void anEpisodeWhosePhysicsDoesNotConvergeIsAbandoned() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.divergingAt(1));
    float[] observation = new float[2];
    recorder.reset(observation, 0);
    assertThatThrownBy(() -> recorder.step(UP, 0, observation, 0)).isInstanceOf(NotConverged.class);
    EpisodeRecord record = EpisodeReader.read(file(0));
    assertThat(record.steps()).extracting(Step::getType).containsExactly("NOT_CONVERGED");
    assertThat(record.events()).extracting(Event::getSource).containsExactly("physics");
    assertThat(outcome(0)).isEqualTo("abandoned");
  }

  @Test
  void aRefusedActionLeavesNoTrace() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.terminatingAfter(2));
    float[] observation = new float[2];
    recorder.reset(observation, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recorder.step(new float[] {9}, 0, observation, 0));
    assertThat(EpisodeReader.read(file(0)).entries()).isEmpty();
  }

  @Test
  void anEpisodeThatIsLeftIsOfUnknownOutcome() throws Exception {
    try (EpisodeRecorder recorder = recorder(CountingEnvironment.terminatingAfter(9))) {
      float[] observation = new float[2];
      recorder.reset(observation, 0);
      recorder.note("operator", "the next one looks better");
      recorder.reset(observation, 0);
    }
    assertThat(outcome(0)).isEqualTo("unknown");
    assertThat(EpisodeReader.read(file(0)).events())
        .extracting(Event::getText)
        .containsExactly("the next one looks better");
    assertThat(outcome(1)).isEqualTo("unknown");
  }

  @Test
  void theSettingsAreCompleteAndSorted() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.terminatingAfter(1));
    recorder.reset(new float[2], 0);
    String settings = EpisodeReader.read(file(0)).header().getSettings();
    assertThat(ConfigFactory.parseString(settings)).isEqualTo(Tasks.defaults("hose"));
    assertThat(settings.indexOf("family-member")).isLessThan(settings.indexOf("path-file"));
  }

  @Test
  void theVersionIsThatOfTheBuild() throws Exception {
    EpisodeRecorder recorder = recorder(CountingEnvironment.terminatingAfter(1));
    recorder.reset(new float[2], 0);
    assertThat(EpisodeReader.read(file(0)).header().getTipwrightVersion())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  private EpisodeRecorder recorder(EnvironmentCore core) {
    core.seed(1);
    return new EpisodeRecorder(
        core,
        EpisodeSetting.simulation("hose", Tasks.defaults("hose"), "by hand"),
        this::file,
        () -> 12.5,
        InstantSource.fixed(Instant.ofEpochSecond(1)));
  }

  private Path file(long episode) {
    return folder.resolve(episode + ".episode");
  }

  private String outcome(long episode) throws Exception {
    return EpisodeReader.read(file(episode)).end().orElseThrow().getOutcome();
  }
}
