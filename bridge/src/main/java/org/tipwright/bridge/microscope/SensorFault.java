package org.tipwright.bridge.microscope;

/** A sensor that lies, to the controller as to every client, while everything else goes on. */
public enum SensorFault {
  /** All is well. */
  NONE,
  /** The converter of the current stands still: it shows what it showed last. */
  CURRENT_FLAT,
  /** The preamplifier has lost its supply: nothing, without noise. */
  AMPLIFIER_OFF,
  /** The preamplifier shows its largest positive current, whatever flows. */
  AMPLIFIER_AT_RAIL,
  /** z is told with the wrong sign; what is commanded is done as it should be. */
  HEIGHT_INVERTED
}
