package org.tipwright.env.episode;

import com.google.protobuf.ByteString;
import com.typesafe.config.ConfigRenderOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.v1.End;
import org.tipwright.env.episode.v1.Event;
import org.tipwright.env.episode.v1.Header;
import org.tipwright.env.episode.v1.Step;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * An environment that writes down what is done to another one: each reset opens a new file, each
 * step is in it before the call returns. What the environment throws is noted and thrown on. Not
 * allocation-free.
 */
public final class EpisodeRecorder implements EnvironmentCore, Closeable {

  static final String SUCCESS = "success";

  /** Type of a recorded step whose physics did not converge; it has no observation. */
  static final String NOT_CONVERGED = "NOT_CONVERGED";

  private final EnvironmentCore core;
  private final EpisodeSetting setting;
  private final LongFunction<Path> files;
  private final DoubleSupplier instrumentSeconds;
  private final InstantSource wall;
  private long episodes;
  private int steps;
  private @Nullable EpisodeWriter writer;

  /**
   * Records a simulated environment.
   *
   * @param files the file of each episode, counted from 0
   */
  public EpisodeRecorder(EnvironmentCore core, EpisodeSetting setting, LongFunction<Path> files) {
    this(core, setting, files, () -> 0);
  }

  /**
   * Records an environment at an instrument.
   *
   * @param instrumentSeconds the instrument's own time, in s
   */
  public EpisodeRecorder(
      EnvironmentCore core,
      EpisodeSetting setting,
      LongFunction<Path> files,
      DoubleSupplier instrumentSeconds) {
    this(core, setting, files, instrumentSeconds, InstantSource.system());
  }

  EpisodeRecorder(
      EnvironmentCore core,
      EpisodeSetting setting,
      LongFunction<Path> files,
      DoubleSupplier instrumentSeconds,
      InstantSource wall) {
    this.core = core;
    this.setting = setting;
    this.files = files;
    this.instrumentSeconds = instrumentSeconds;
    this.wall = wall;
  }

  @Override
  public void reset(float[] observation, int offset) throws NotConverged {
    finish("unknown");
    Header.Builder header = header();
    core.reset(observation, offset);
    for (int i = 0; i < core.observationSpec().size(); i++) {
      header.addFirstObservation(observation[offset + i]);
    }
    steps = 0;
    try {
      writer = new EpisodeWriter(files.apply(episodes), header.build());
    } catch (IOException unwritable) {
      throw unrecorded(unwritable);
    }
    episodes++;
  }

  private Header.Builder header() {
    Header.Builder header =
        Header.newBuilder()
            .setTipwrightVersion(RecordVersion.get())
            .setTask(setting.task())
            .setSettings(
                Tasks.selfContained(setting.task(), setting.settings())
                    .root()
                    .render(ConfigRenderOptions.concise()))
            .setPolicy(setting.policy())
            .setObservationSpec(core.observationSpec().asText())
            .setActionSpec(core.actionSpec().asText())
            .setPlace(setting.place())
            .setOperator(setting.operator())
            .setJudgedByTask(setting.judgedByTask())
            .setWallTimeMillis(wall.millis());
    core.saveStreams()
        .entries()
        .forEach((name, state) -> header.putStreams(name, ByteString.copyFrom(state)));
    return header;
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    StepType type;
    try {
      type = core.step(action, actionOffset, observation, offset);
    } catch (NotConverged notConverged) {
      write(step(NOT_CONVERGED, action, actionOffset).build());
      note("physics", String.valueOf(notConverged.getMessage()));
      finish("abandoned");
      throw notConverged;
    } catch (IllegalArgumentException | IllegalStateException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      note("environment", "step " + (steps + 1) + ": " + failed.getMessage());
      finish("unknown");
      throw failed;
    }
    Step.Builder step = step(type.name(), action, actionOffset).setReward(core.reward());
    for (int i = 0; i < core.observationSpec().size(); i++) {
      step.addObservation(observation[offset + i]);
    }
    write(step.build());
    if (type.isLast()) {
      finish(type == StepType.TRUNCATED ? "truncated" : core.succeeded() ? SUCCESS : "failure");
    }
    return type;
  }

  private Step.Builder step(String type, float[] action, int actionOffset) {
    steps++;
    Step.Builder step =
        Step.newBuilder()
            .setIndex(steps)
            .setType(type)
            .setWallTimeMillis(wall.millis())
            .setInstrumentTimeSeconds(instrumentSeconds.getAsDouble());
    for (int i = 0; i < core.actionSpec().size(); i++) {
      step.addAction(action[actionOffset + i]);
    }
    return step;
  }

  /**
   * Adds an event to the episode in progress, such as a safety decision; lost if there is none.
   *
   * @param source who says so
   */
  public void note(String source, String text) {
    Event event =
        Event.newBuilder().setWallTimeMillis(wall.millis()).setSource(source).setText(text).build();
    onDisk(open -> open.event(event));
  }

  private void write(Step step) {
    onDisk(open -> open.step(step));
  }

  /** Ends the file of an episode in progress, with outcome {@code "unknown"}. */
  @Override
  public void close() {
    finish("unknown");
  }

  private void finish(String outcome) {
    onDisk(
        open -> {
          writer = null;
          try (open) {
            open.end(End.newBuilder().setOutcome(outcome).setSteps(steps).build());
          }
        });
  }

  private interface Writing {
    void to(EpisodeWriter open) throws IOException;
  }

  /** Does nothing where no episode is in progress. */
  private void onDisk(Writing writing) {
    EpisodeWriter open = writer;
    if (open != null) {
      try {
        writing.to(open);
      } catch (IOException unwritable) {
        throw unrecorded(unwritable);
      }
    }
  }

  private static UncheckedIOException unrecorded(IOException unwritable) {
    return new UncheckedIOException(
        "the episode could not be recorded: " + unwritable + "; make room or mend the access",
        unwritable);
  }

  @Override
  public ObservationSpec observationSpec() {
    return core.observationSpec();
  }

  @Override
  public ActionSpec actionSpec() {
    return core.actionSpec();
  }

  @Override
  public void seed(long seed) {
    core.seed(seed);
  }

  @Override
  public float reward() {
    return core.reward();
  }

  @Override
  public boolean succeeded() {
    return core.succeeded();
  }

  @Override
  public StreamsState saveStreams() {
    return core.saveStreams();
  }

  @Override
  public void restoreStreams(StreamsState state) {
    core.restoreStreams(state);
  }
}
