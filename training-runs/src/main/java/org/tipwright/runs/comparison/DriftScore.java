package org.tipwright.runs.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tipwright.agents.benchmark.DriftRun;

/**
 * What one agent's runs on the drifting hose say together. A seed is one unit: the tips of a run
 * are averaged first. New tips are all but the first, which the agent meets with nothing to
 * unlearn.
 */
record DriftScore(List<DriftRun> runs) {

  /** The episodes reported, from 1. */
  static final List<Integer> REPORTED = List.of(1, 2, 5);

  DriftScore {
    runs = List.copyOf(runs);
  }

  String agent() {
    return runs.get(0).agent();
  }

  /** Success in an episode, from 1, with a new tip. */
  SeedShare newTips(int episode) {
    return share(run -> run.newTipsSucceeded(episode - 1));
  }

  /** The same with the first tip of a run. */
  SeedShare firstTip(int episode) {
    return share(run -> run.tips().get(0).succeeded(episode - 1) ? 1 : 0);
  }

  /** New tips with which some episode succeeded. */
  SeedShare solved() {
    return share(DriftRun::newTipsSolved);
  }

  /** Success over all episodes with new tips. */
  SeedShare allEpisodes() {
    return share(DriftRun::newTipsEpisodesSucceeded);
  }

  private SeedShare share(ToDoubleFunction<DriftRun> ofRun) {
    return SeedShare.of(runs.stream().mapToDouble(ofRun).toArray());
  }
}
