package org.tipwright.bridge.microscope;

/** On which side of a threshold a signal fires, in the controller's order of numbers. */
public enum SignalComparison {
  /** Above it. */
  HIGHER,
  /** Below it. */
  LOWER,
  /** As it was. */
  KEEP
}
