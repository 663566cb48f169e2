package org.tipwright.bridge.console;

/** How much a line wants to be seen. */
public enum Tone {
  /** Like most. */
  PLAIN,
  /** Of less interest. */
  FAINT,
  /** All is well. */
  GOOD,
  /** Near a limit, or the tip may move. */
  WARNING,
  /** Must not be missed: the whole line is lit. */
  ALARM
}
