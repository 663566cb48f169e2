package org.tipwright.bridge.microscope;

/** What the z controller is doing. */
public enum ZStatus {
  /** The feedback is off. */
  OFF(1),
  /** The feedback is on. */
  ON(2),
  /** The feedback is on but held, as during a spectroscopy. */
  HOLD(3),
  /** The feedback is averaging z before it goes off. */
  SWITCHING_OFF(4),
  /** Safe tip has fired. */
  SAFE_TIP(5),
  /** The tip is on its way to the end of the range. */
  WITHDRAWING(6);

  private final int code;

  ZStatus(int code) {
    this.code = code;
  }

  /** The controller's number for it. */
  public int code() {
    return code;
  }
}
