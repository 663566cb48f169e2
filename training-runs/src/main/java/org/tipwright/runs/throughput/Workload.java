package org.tipwright.runs.throughput;

import org.tipwright.physics.NotConverged;

/** Something that an engine does again and again. */
@FunctionalInterface
public interface Workload {

  /**
   * Does it once.
   *
   * @throws NotConverged if the engine finds no relaxed state
   */
  void run() throws NotConverged;
}
