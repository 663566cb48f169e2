package org.tipwright.runs.comparison;

import java.util.List;

/** A task that learners are compared on, with the figures that count for it. */
public interface LearningTask {

  /** What the command line calls it. */
  String name();

  /** Names of those who can play it. */
  List<String> agents();

  /** Who stands in the table that is published for this task, with as many runs as there. */
  List<Entrant> table();

  /**
   * Lets every entrant play all its runs. The result does not depend on the number of threads.
   *
   * @param entrants of {@link #agents}, at least one
   * @param paths paths to play on, for tasks that have several
   * @param threads runs at a time
   * @param watcher told how far it is
   */
  Comparison play(List<Entrant> entrants, int paths, int threads, ParallelRuns.Watcher watcher);
}
