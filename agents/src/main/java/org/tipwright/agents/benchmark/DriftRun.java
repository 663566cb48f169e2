package org.tipwright.agents.benchmark;

import java.util.BitSet;
import java.util.List;

/**
 * One run of the hose with drift.
 *
 * @param agent who played
 * @param seed which repetition, from 1
 * @param tips the tips in their order
 * @param steps environment steps of all episodes
 */
public record DriftRun(String agent, int seed, List<TipRun> tips, long steps) {

  /**
   * The episodes with one tip.
   *
   * @param episodes how many
   * @param successes which of them succeeded, from 0
   */
  public record TipRun(int episodes, BitSet successes) {

    public TipRun {
      successes = (BitSet) successes.clone();
    }

    /** Whether an episode succeeded, counted from 0 with this tip. */
    public boolean succeeded(int episode) {
      return successes.get(episode);
    }

    /** Index of the first success with this tip, from 0; the number of episodes if none. */
    public int firstSuccess() {
      int first = successes.nextSetBit(0);
      return first < 0 ? episodes : first;
    }
  }

  /** Share of the new tips, all but the first, with which an episode succeeded, from 0 each. */
  public double newTipsSucceeded(int episode) {
    List<TipRun> fresh = newTips();
    return (double) fresh.stream().filter(t -> t.succeeded(episode)).count() / fresh.size();
  }

  /** Share of the new tips with which some episode succeeded. */
  public double newTipsSolved() {
    List<TipRun> fresh = newTips();
    return (double) fresh.stream().filter(t -> t.firstSuccess() < t.episodes()).count()
        / fresh.size();
  }

  /** Share of all episodes with new tips that succeeded. */
  public double newTipsEpisodesSucceeded() {
    int succeeded = 0;
    int episodes = 0;
    for (TipRun tip : newTips()) {
      succeeded += tip.successes().cardinality();
      episodes += tip.episodes();
    }
    return (double) succeeded / episodes;
  }

  /** All tips but the first. */
  public List<TipRun> newTips() {
    return tips.subList(1, tips.size());
  }
}
