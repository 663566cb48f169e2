package org.tipwright.runs.actor;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.StreamsState;
import org.tipwright.runs.agent.GroupRound;
import org.tipwright.runs.agent.LearningProgress;

/**
 * A round under way: which groups are still to be dealt, which are being played, which have been,
 * and whether the learner is at work.
 */
final class RoundInPlay {

  private final PolicySnapshot policy;
  private final int groups;
  private final ArrayDeque<Integer> undealt = new ArrayDeque<>();
  private final Map<Integer, Integer> playing = new HashMap<>();
  private final SortedMap<Integer, GroupRound> played = new TreeMap<>();
  private final long start = System.nanoTime();
  private boolean learning;
  private LearningProgress progress = LearningProgress.NONE;
  private PolicySnapshot learnt;
  private int thrown;

  /** A round of which nothing has been played. */
  RoundInPlay(PolicySnapshot policy, int groups) {
    this.policy = policy;
    this.learnt = policy;
    this.groups = groups;
    for (int group = 0; group < groups; group++) {
      undealt.add(group);
    }
  }

  /** The policy that every group plays with. */
  PolicySnapshot policy() {
    return policy;
  }

  /** Gives a worker a group to play, if there is one left. */
  OptionalInt deal(int worker) {
    Integer group = undealt.poll();
    if (group == null) {
      return OptionalInt.empty();
    }
    playing.put(worker, group);
    return OptionalInt.of(group);
  }

  /**
   * Takes back, to be dealt again, what a worker was playing when it threw.
   *
   * @return how many times a worker has thrown in this round
   */
  int takeBack(int worker) {
    Integer group = playing.remove(worker);
    if (group != null) {
      undealt.addFirst(group);
    }
    return ++thrown;
  }

  /** A worker has played a group. */
  void played(int worker, int group, GroupRound result) {
    playing.remove(worker);
    played.put(group, result);
  }

  /** Whether every group has been played. */
  boolean isPlayed() {
    return played.size() == groups;
  }

  /** The learner is at work. */
  void learning() {
    learning = true;
  }

  /** The learner has done its work. */
  void learnt(LearningProgress learningProgress, PolicySnapshot newPolicy) {
    learning = false;
    progress = learningProgress;
    learnt = newPolicy;
  }

  /** Whether everything has been played, and learnt. */
  boolean isOver() {
    return isPlayed() && !learning;
  }

  /** How the learning of this round went. */
  LearningProgress progress() {
    return progress;
  }

  /** The policy that the learner came to, for the next round. */
  PolicySnapshot learntPolicy() {
    return learnt;
  }

  /** What was played, in the order of the groups. */
  List<GroupRound> results() {
    return List.copyOf(played.values());
  }

  /** All episodes, in the order of the groups. */
  EpisodeBatch batch() {
    return EpisodeBatch.merge(played.values().stream().map(GroupRound::batch).toList());
  }

  /** Where the next round of each group begins. */
  List<StreamsState> streams() {
    return played.values().stream().map(GroupRound::streams).toList();
  }

  /** Seconds on the clock since the round began. */
  double seconds() {
    return 1e-9 * (System.nanoTime() - start);
  }
}
