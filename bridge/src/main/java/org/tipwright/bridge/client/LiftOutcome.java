package org.tipwright.bridge.client;

/** How a lift on an instrument ended, as far as measurements can tell. */
public enum LiftOutcome {
  /** The tip is loaded and the site is vacant. */
  SUCCESS,
  /** The tip is bare and the site is vacant: the molecule was dropped on the way. */
  DROPPED,
  /** The tip is bare and the molecule still in its site. */
  RUPTURE,
  /** The tip is higher but the molecule still in its site: the tip itself has changed. */
  TIP_CHANGED,
  /** The measurements do not tell. Never counts as success. */
  UNKNOWN
}
