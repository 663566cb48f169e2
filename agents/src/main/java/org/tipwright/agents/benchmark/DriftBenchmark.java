package org.tipwright.agents.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tipwright.env.hose.DriftSettings;
import org.tipwright.env.hose.DriftingHoseTask;

/**
 * Benchmark E2: a player plays on while the tip of a hose changes unannounced, through {@link
 * #TIPS} tips. A success ends nothing. The score is kept here: the player is not told of the tips.
 */
public final class DriftBenchmark {

  /** Tips of a run. */
  public static final int TIPS = 10;

  private DriftBenchmark() {}

  /**
   * One run; depends on its arguments alone.
   *
   * @param agent one of {@link HosePlayers#names}
   * @param trial of task {@code hose-drift}
   * @throws IllegalArgumentException if there is no such agent
   */
  public static DriftRun run(String agent, HoseTrial trial) {
    return run(agent, trial, TIPS);
  }

  static DriftRun run(String agent, HoseTrial trial, int tips) {
    return run(agent, HosePlayers.named(agent), trial, tips);
  }

  /** A player that need not be among {@link HosePlayers}. */
  static DriftRun run(String agent, HosePlayer.Beginner beginner, HoseTrial trial, int tips) {
    DriftingHoseTask hose = new DriftingHoseTask(DriftSettings.from(trial.settings()));
    HosePlayer player = beginner.begin(hose, trial.playerSeed());
    List<DriftRun.TipRun> played = new ArrayList<>();
    long steps = 0;
    int episode = 0;
    while (played.size() < tips) {
      BitSet succeeded = new BitSet();
      int episodes = 0;
      do {
        HosePlayer.EpisodeEnd end = player.play(episode++);
        succeeded.set(episodes++, end.succeeded());
        steps += end.steps();
      } while (hose.episodesLeft() > 0);
      played.add(new DriftRun.TipRun(episodes, succeeded));
    }
    return new DriftRun(agent, trial.seed(), List.copyOf(played), steps);
  }
}
