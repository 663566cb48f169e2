package org.tipwright.env.episode;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.v1.End;
import org.tipwright.env.episode.v1.Header;
import org.tipwright.env.episode.v1.Step;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * Plays an episode record back in simulation: the task's environment is built from the recorded
 * settings, its random streams are restored, the recorded actions are done, and what comes back is
 * compared bit for bit. Where an arbiter at an instrument judged the episode, observations alone
 * are compared.
 */
public final class EpisodeReplay {

  private final EpisodeRecord record;
  private final Header header;
  private final EnvironmentCore environment;
  private final float[] observation;

  private EpisodeReplay(EpisodeRecord record) {
    this.record = record;
    this.header = record.header();
    Config settings =
        ConfigFactory.parseString(header.getSettings())
            .withFallback(Tasks.defaults(header.getTask()));
    this.environment = Tasks.create(header.getTask(), settings);
    this.observation = new float[environment.observationSpec().size()];
  }

  /**
   * Replays a file, as far as it can be read.
   *
   * @throws IllegalArgumentException if it is no episode file, or cannot be simulated
   * @throws IOException if the disk does not give it
   */
  public static ReplayResult replay(Path file) throws IOException {
    return replay(EpisodeReader.read(file));
  }

  /**
   * Replays a record that was read.
   *
   * @throws IllegalArgumentException if it cannot be simulated: its task does not exist, or it was
   *     measured on an instrument without random streams that could be restored
   */
  public static ReplayResult replay(EpisodeRecord record) {
    Header header = record.header();
    if (!Tasks.names().contains(header.getTask())) {
      throw new IllegalArgumentException(
          "the record is of task '" + header.getTask() + "'; this version has " + Tasks.names());
    }
    if (header.getStreamsCount() == 0 && !header.getPlace().equals("simulation")) {
      throw new IllegalArgumentException(
          "the record was measured at '"
              + header.getPlace()
              + "', where no random streams can be restored; only simulated episodes replay");
    }
    return new EpisodeReplay(record).play();
  }

  private ReplayResult play() {
    if (!environment.observationSpec().asText().equals(header.getObservationSpec())) {
      return ReplayResult.differs(0, "the task now observes something else than was recorded");
    }
    if (!environment.actionSpec().asText().equals(header.getActionSpec())) {
      return ReplayResult.differs(0, "the task now has other actions than were recorded");
    }
    environment.restoreStreams(streams());
    try {
      environment.reset(observation, 0);
    } catch (NotConverged notConverged) {
      return ReplayResult.differs(0, "the physics finds no start: " + notConverged.getMessage());
    }
    String difference = observationDifference(header.getFirstObservationList());
    if (!difference.isEmpty()) {
      return ReplayResult.differs(0, difference);
    }
    List<Step> steps = record.steps();
    for (int i = 0; i < steps.size(); i++) {
      difference = replayStep(steps.get(i));
      if (!difference.isEmpty()) {
        return ReplayResult.differs(i + 1, difference);
      }
    }
    difference = record.end().map(this::outcomeDifference).orElse("");
    return difference.isEmpty()
        ? ReplayResult.same(steps.size())
        : ReplayResult.differs(steps.size(), difference);
  }

  private StreamsState streams() {
    Map<String, byte[]> streams = new TreeMap<>();
    header.getStreamsMap().forEach((name, state) -> streams.put(name, state.toByteArray()));
    return new StreamsState(streams);
  }

  private String replayStep(Step step) {
    float[] action = new float[environment.actionSpec().size()];
    if (step.getActionCount() != action.length) {
      return "the record holds " + step.getActionCount() + " numbers for the action";
    }
    for (int i = 0; i < action.length; i++) {
      action[i] = step.getAction(i);
    }
    boolean abandoned = step.getType().equals(EpisodeRecorder.NOT_CONVERGED);
    StepType type;
    try {
      type = environment.step(action, 0, observation, 0);
    } catch (NotConverged notConverged) {
      return abandoned ? "" : "the physics does not converge: " + notConverged.getMessage();
    } catch (IllegalStateException | IllegalArgumentException refused) {
      return "the simulation refuses the action: " + refused.getMessage();
    }
    if (abandoned) {
      return "the physics converges, in the record it did not";
    }
    String difference = observationDifference(step.getObservationList());
    return difference.isEmpty() && header.getJudgedByTask()
        ? judgementDifference(step, type)
        : difference;
  }

  private String observationDifference(List<Float> recorded) {
    if (recorded.size() != observation.length) {
      return "the record holds " + recorded.size() + " numbers for the observation";
    }
    for (int i = 0; i < observation.length; i++) {
      if (!sameBits(observation[i], recorded.get(i))) {
        return environment.observationSpec().components().get(i).name()
            + " is "
            + observation[i]
            + ", recorded is "
            + recorded.get(i);
      }
    }
    return "";
  }

  private String judgementDifference(Step step, StepType type) {
    if (!sameBits(environment.reward(), step.getReward())) {
      return "the reward is " + environment.reward() + ", recorded is " + step.getReward();
    }
    if (!type.name().equals(step.getType())) {
      return "the step is " + type + ", recorded is " + step.getType();
    }
    return "";
  }

  private String outcomeDifference(End end) {
    boolean recorded = end.getOutcome().equals(EpisodeRecorder.SUCCESS);
    if (!header.getJudgedByTask() || environment.succeeded() == recorded) {
      return "";
    }
    return "the episode " + (recorded ? "fails" : "succeeds") + ", recorded is " + end.getOutcome();
  }

  private static boolean sameBits(float one, float other) {
    return Float.floatToRawIntBits(one) == Float.floatToRawIntBits(other);
  }
}
