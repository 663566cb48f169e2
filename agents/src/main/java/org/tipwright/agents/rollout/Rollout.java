package org.tipwright.agents.rollout;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.experience.EpisodeCollector;
import org.tipwright.agents.policy.ActionChoice;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * One lane group: environments stepped in lock-step, each playing whole episodes one after another.
 * The network always sees all lanes, the idle ones too, so that its sums are the same whoever is
 * still playing. Not safe for two threads at once.
 */
public final class Rollout {

  private static final String EXPLORATION = "exploration";
  private static final String EPISODES = "episodes";

  private final int group;
  private final List<EnvironmentCore> lanes;
  private final QNetwork network;
  private final RandomStream exploration;
  private final EpisodeCollector[] collectors;
  private final int observationSize;
  private final int choices;
  private final float[] observations;
  private final float[] q;
  private final float[] action = new float[1];
  private long begun;

  /**
   * Seeds every lane and starts the group's own stream.
   *
   * @param group number of the group in its run, from 0
   * @param lanes environments of equal specs with discrete actions, nobody else's
   * @param network of the run's shape, with as many rows as there are lanes; nobody else's
   * @param seed of the run: lane i of this group gets {@code Seeds.derive(seed, "lane", group ·
   *     lanes + i)}
   */
  public Rollout(int group, List<? extends EnvironmentCore> lanes, QNetwork network, long seed) {
    if (network.rows() != lanes.size()) {
      throw new IllegalArgumentException(
          "a group of "
              + lanes.size()
              + " lanes needs a network of as many rows, not "
              + network.rows());
    }
    this.group = group;
    this.lanes = List.copyOf(lanes);
    this.network = network;
    this.exploration = new RandomStream(Seeds.derive(seed, "group", group), EXPLORATION);
    this.observationSize = this.lanes.get(0).observationSpec().size();
    this.choices = network.choices();
    this.observations = new float[this.lanes.size() * observationSize];
    this.q = new float[this.lanes.size() * choices];
    this.collectors = new EpisodeCollector[this.lanes.size()];
    for (int i = 0; i < collectors.length; i++) {
      collectors[i] = new EpisodeCollector(observationSize, 1);
      this.lanes.get(i).seed(Seeds.derive(seed, "lane", (long) group * collectors.length + i));
    }
  }

  /**
   * Lets every lane play this many whole episodes with one policy. An episode whose physics does
   * not converge is dropped and counted, and not played again.
   */
  public RoundPlayed play(PolicySnapshot snapshot, int episodesPerLane) {
    network.setParameters(snapshot.parameters());
    Round round = new Round(episodesPerLane);
    for (int lane = 0; lane < lanes.size(); lane++) {
      round.begin(lane);
    }
    while (round.playing > 0) {
      network.q(observations, q);
      for (int lane = 0; lane < lanes.size(); lane++) {
        if (round.active[lane]) {
          action[0] =
              ActionChoice.explore(
                  q,
                  lane * choices,
                  choices,
                  snapshot.explorationTemperature(),
                  snapshot.epsilon(),
                  exploration);
          round.step(lane);
        }
      }
    }
    return new RoundPlayed(collectors[0].all(round.ended), round.abandoned, round.steps);
  }

  /** All that the next {@link #play} depends on, beside the policy. Call it between rounds. */
  public StreamsState saveStreams() {
    Map<String, byte[]> entries = new TreeMap<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      String prefix = prefix(lane);
      lanes.get(lane).saveStreams().entries().forEach((k, v) -> entries.put(prefix + k, v));
    }
    entries.put(EXPLORATION, exploration.save());
    entries.put(EPISODES, ByteBuffer.allocate(Long.BYTES).putLong(begun).array());
    return new StreamsState(entries);
  }

  /** Goes back to a saved state of a group of as many lanes. */
  public void restoreStreams(StreamsState state) {
    for (int lane = 0; lane < lanes.size(); lane++) {
      String prefix = prefix(lane);
      Map<String, byte[]> own = new TreeMap<>();
      state
          .entries()
          .forEach(
              (k, v) -> {
                if (k.startsWith(prefix)) {
                  own.put(k.substring(prefix.length()), v);
                }
              });
      lanes.get(lane).restoreStreams(new StreamsState(own));
    }
    exploration.restore(state.get(EXPLORATION));
    begun = ByteBuffer.wrap(state.get(EPISODES)).getLong();
  }

  private static String prefix(int lane) {
    return "lane-" + lane + "/";
  }

  /** One call of {@link #play}: what is under way and what has ended. */
  private final class Round {

    private final boolean[] active = new boolean[lanes.size()];
    private final int[] left = new int[lanes.size()];
    private final long[] ids = new long[lanes.size()];
    private final List<EpisodeBatch> ended = new ArrayList<>();
    private int playing;
    private int abandoned;
    private long steps;

    Round(int episodesPerLane) {
      Arrays.fill(left, episodesPerLane);
      playing = lanes.size();
    }

    /** Starts the lane's next episode, or leaves it idle if it has played all of them. */
    void begin(int lane) {
      active[lane] = false;
      int at = lane * observationSize;
      while (left[lane] > 0 && !active[lane]) {
        left[lane]--;
        ids[lane] = ((long) group << 40) + begun++;
        try {
          lanes.get(lane).reset(observations, at);
          collectors[lane].begin(observations, at);
          active[lane] = true;
        } catch (NotConverged notConverged) {
          abandoned++;
        }
      }
      if (!active[lane]) {
        playing--;
      }
    }

    void step(int lane) {
      int at = lane * observationSize;
      EnvironmentCore environment = lanes.get(lane);
      steps++;
      try {
        StepType type = environment.step(action, 0, observations, at);
        collectors[lane].add(action, 0, environment.reward(), observations, at);
        if (type.isLast()) {
          boolean terminated = type == StepType.TERMINATED;
          ended.add(collectors[lane].finish(terminated, environment.succeeded(), ids[lane]));
          begin(lane);
        }
      } catch (NotConverged notConverged) {
        abandoned++;
        begin(lane);
      }
    }
  }
}
