package org.tipwright.agents.rollout;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.experience.EpisodeCollector;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * One lane group: environments stepped in lock-step, each playing episodes one after another. The
 * player always sees all lanes, the idle ones too, so that its sums are the same whoever is still
 * playing. Not safe for two threads at once.
 */
public final class Rollout {

  private static final String EXPLORATION = "exploration";
  private static final String EPISODES = "episodes";

  private final int group;
  private final List<EnvironmentCore> lanes;
  private final LanePlayer player;
  private final RandomStream exploration;
  private final EpisodeCollector[] collectors;
  private final int observationSize;
  private final float[] observations;
  private final float[] chosen;
  private final float[] action;
  private long begun;

  /**
   * Seeds every lane and starts the group's own stream.
   *
   * @param group number of the group in its run, from 0
   * @param lanes environments of equal specs, nobody else's
   * @param player of as many rows as there are lanes; nobody else's
   * @param seed of the run: lane i of this group gets {@code Seeds.derive(seed, "lane", group ·
   *     lanes + i)}
   */
  public Rollout(int group, List<? extends EnvironmentCore> lanes, LanePlayer player, long seed) {
    if (player.rows() != lanes.size()) {
      throw new IllegalArgumentException(
          "a group of "
              + lanes.size()
              + " lanes needs a player of as many rows, not "
              + player.rows());
    }
    this.group = group;
    this.lanes = List.copyOf(lanes);
    this.player = player;
    this.exploration = new RandomStream(Seeds.derive(seed, "group", group), EXPLORATION);
    this.observationSize = this.lanes.get(0).observationSpec().size();
    this.observations = new float[this.lanes.size() * observationSize];
    int actionSize = this.lanes.get(0).actionSpec().size();
    this.chosen = new float[actionSize];
    this.action = new float[actionSize];
    this.collectors = new EpisodeCollector[this.lanes.size()];
    for (int i = 0; i < collectors.length; i++) {
      collectors[i] = new EpisodeCollector(observationSize, actionSize);
      this.lanes.get(i).seed(Seeds.derive(seed, "lane", (long) group * collectors.length + i));
    }
  }

  /** Lets every lane play this many whole episodes with one policy. */
  public RoundPlayed play(PolicySnapshot snapshot, int episodesPerLane) {
    return play(snapshot, RoundLength.ofEpisodes(episodesPerLane));
  }

  /**
   * Lets every lane play so much with one policy, each from the beginning of an episode. An episode
   * whose physics does not converge is dropped and counted, and not played again.
   */
  public RoundPlayed play(PolicySnapshot snapshot, RoundLength length) {
    player.follow(snapshot);
    Round round = new Round(length);
    for (int lane = 0; lane < lanes.size(); lane++) {
      round.begin(lane);
    }
    while (round.playing > 0) {
      player.see(observations);
      for (int lane = 0; lane < lanes.size(); lane++) {
        if (round.active[lane]) {
          player.choose(lane, exploration, chosen);
          player.toEnvironment(chosen, action);
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
    private final int[] episodesLeft = new int[lanes.size()];
    private final int[] stepsLeft = new int[lanes.size()];
    private final long[] ids = new long[lanes.size()];
    private final List<EpisodeBatch> ended = new ArrayList<>();
    private int playing;
    private int abandoned;
    private long steps;

    /** With steps given, there are no more episodes than steps; else as many steps as it takes. */
    Round(RoundLength length) {
      Arrays.fill(episodesLeft, length.steps() > 0 ? length.steps() : length.episodes());
      Arrays.fill(stepsLeft, length.steps() > 0 ? length.steps() : Integer.MAX_VALUE);
      playing = lanes.size();
    }

    /** Starts the lane's next episode, or leaves it idle if it has played all of them. */
    void begin(int lane) {
      active[lane] = false;
      int at = lane * observationSize;
      while (episodesLeft[lane] > 0 && stepsLeft[lane] > 0 && !active[lane]) {
        episodesLeft[lane]--;
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
      stepsLeft[lane]--;
      try {
        StepType type = environment.step(action, 0, observations, at);
        collectors[lane].add(chosen, 0, environment.reward(), observations, at);
        if (type.isLast()) {
          boolean terminated = type == StepType.TERMINATED;
          ended.add(collectors[lane].finish(terminated, environment.succeeded(), ids[lane]));
          begin(lane);
        } else if (stepsLeft[lane] == 0) {
          ended.add(collectors[lane].cut(ids[lane]));
          begin(lane);
        }
      } catch (NotConverged notConverged) {
        abandoned++;
        begin(lane);
      }
    }
  }
}
