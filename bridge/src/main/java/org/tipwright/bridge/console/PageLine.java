package org.tipwright.bridge.console;

/**
 * One line of the page.
 *
 * @param text no longer than the page is wide
 * @param tone how it is shown
 */
public record PageLine(String text, Tone tone) {

  static PageLine plain(String text) {
    return new PageLine(text, Tone.PLAIN);
  }
}
