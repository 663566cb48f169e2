package org.tipwright.runs.doctor;

/**
 * What one look found.
 *
 * @param what what was looked at, such as {@code "disk"}
 * @param ok whether a run can do with it
 * @param text what it is like, or what to do
 */
public record Finding(String what, boolean ok, String text) {

  static Finding ok(String what, String text) {
    return new Finding(what, true, text);
  }

  static Finding mend(String what, String text) {
    return new Finding(what, false, text);
  }
}
