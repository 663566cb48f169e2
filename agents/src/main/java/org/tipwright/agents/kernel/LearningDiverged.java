package org.tipwright.agents.kernel;

/** The loss or a parameter is no longer a finite number: nothing after it would mean anything. */
public final class LearningDiverged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says at which update, and which settings to change. */
  public LearningDiverged(String message) {
    super(message);
  }
}
