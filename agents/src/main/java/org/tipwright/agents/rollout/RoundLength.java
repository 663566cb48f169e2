package org.tipwright.agents.rollout;

/**
 * How much each lane of a group plays in a round: so many whole episodes, or so many steps, the
 * last episode being cut there. One of the two is 0.
 *
 * @param episodes whole episodes
 * @param steps steps, those of abandoned episodes included
 */
public record RoundLength(int episodes, int steps) {

  public RoundLength {
    if (episodes < 0 || steps < 0 || (episodes > 0) == (steps > 0)) {
      throw new IllegalArgumentException(
          "a round has either episodes or steps, not " + episodes + " and " + steps);
    }
  }

  /** So many whole episodes. */
  public static RoundLength ofEpisodes(int episodes) {
    return new RoundLength(episodes, 0);
  }

  /** So many steps. */
  public static RoundLength ofSteps(int steps) {
    return new RoundLength(0, steps);
  }
}
