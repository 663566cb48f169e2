package org.tipwright.bridge.instrument;

/** The instrument did not do what it was told, or gave no usable answer. */
public final class InstrumentException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says which verb failed and how. */
  public InstrumentException(String message) {
    super(message);
  }

  /** Says which verb failed and how, and what was the cause. */
  public InstrumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
