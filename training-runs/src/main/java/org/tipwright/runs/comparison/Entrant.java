package org.tipwright.runs.comparison;

/**
 * Who plays a {@link LearningTask}, and how often.
 *
 * @param agent one of {@link LearningTask#agents}
 * @param seeds runs from seed 1 on; on each path where there are several; at least 1
 */
public record Entrant(String agent, int seeds) {

  public Entrant {
    if (seeds < 1) {
      throw new IllegalArgumentException(agent + " has " + seeds + " seeds but needs at least 1");
    }
  }
}
