package org.tipwright.runs.agent;

/**
 * A lane that cannot be played any more, such as an instrument that has tripped. To begin the round
 * again would not mend it. The message is one sentence for people.
 */
public final class LaneLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says so.
   *
   * @param why what happened
   */
  public LaneLost(String why, Throwable cause) {
    super(why, cause);
  }
}
