package org.tipwright.physics;

/** A relaxation did not reach its tolerance. The state it stopped in is never handed out. */
public final class NotConverged extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what did not converge, where, and how far it was off. */
  public NotConverged(String message) {
    super(message);
  }
}
