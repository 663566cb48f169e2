package org.tipwright.bridge.microscope.specimen;

/** What the tip holds. */
public enum BondState {
  /** Nothing. */
  NONE,
  /** A corner oxygen of a molecule that still touches its surroundings. */
  HELD,
  /** A molecule that hangs free. */
  CARRIED
}
