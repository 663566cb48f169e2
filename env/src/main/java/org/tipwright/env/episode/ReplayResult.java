package org.tipwright.env.episode;

/**
 * How a replay compares with its record.
 *
 * @param identical whether everything compared is equal to the last bit
 * @param firstDifferingStep the first step that differs, from 1 on; 0 for the first observation or
 *     what comes before it; −1 if none differs
 * @param difference one sentence on what differs there; empty if nothing does
 * @param steps how many recorded steps were replayed, the differing one included
 */
public record ReplayResult(
    boolean identical, int firstDifferingStep, String difference, int steps) {

  static ReplayResult same(int steps) {
    return new ReplayResult(true, -1, "", steps);
  }

  static ReplayResult differs(int step, String difference) {
    return new ReplayResult(false, step, difference, step);
  }
}
