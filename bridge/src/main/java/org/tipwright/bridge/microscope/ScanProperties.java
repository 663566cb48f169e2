package org.tipwright.bridge.microscope;

/**
 * How scans go on and are kept.
 *
 * @param continuous whether the next scan starts by itself
 * @param bouncy whether the next one then goes the other way
 * @param autosave which scans are saved
 * @param series first part of the files' names
 * @param comment written into the files
 */
public record ScanProperties(
    boolean continuous, boolean bouncy, Autosave autosave, String series, String comment) {

  /** Which scans are saved when they end. */
  public enum Autosave {
    /** Every one. */
    ALL,
    /** The next one. */
    NEXT,
    /** None. */
    OFF
  }

  public ScanProperties {
    if (!series.matches("[\\w .+-]{0,100}") || series.startsWith(".")) {
      throw new IllegalArgumentException(
          "a series name has letters, digits, spaces, '_', '.', '+' and '-' and begins with no dot,"
              + " not '"
              + series
              + "'");
    }
  }
}
