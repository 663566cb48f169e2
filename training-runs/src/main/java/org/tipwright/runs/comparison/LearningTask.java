package org.tipwright.runs.comparison;

import java.util.List;

/** A task that learners are compared on, with the figures that count for it. */
public interface LearningTask {

  /** What the command line calls it. */
  String name();

  /** Names of those who can play it. */
  List<String> agents();

  /**
   * Lets every agent play every run. The result does not depend on the number of threads.
   *
   * @param agents of {@link #agents}
   * @param seeds runs per agent, or per agent and path where there are several
   * @param paths paths to play on, for tasks that have several
   * @param threads runs at a time
   * @param watcher told how far it is
   */
  Comparison play(
      List<String> agents, int seeds, int paths, int threads, ParallelRuns.Watcher watcher);
}
