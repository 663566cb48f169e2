package org.tipwright.bridge.console;

import java.util.Locale;

/** What an operator can ask for by a key, and how it is confirmed. */
enum Request {
  /** Let the lease holder move the tip. */
  ARM('a', "Arm for phase %s, %.0f min? y to confirm, any other key not to."),
  /** End that. */
  DISARM('d', "Disarm, which withdraws the tip? y to confirm, any other key not to."),
  /** Withdraw and latch: confirmed by the same key, so that two strokes are enough. */
  STOP('s', "EMERGENCY STOP: press s again."),
  /** Unlatch a trip. */
  RESET('r', "Reset the trip? Look at the tip first. y to confirm, any other key not to."),
  /** Let an attempt count for nothing. */
  VOID('v', "Void this attempt, which moves nothing? y to confirm, any other key not to."),
  /** Leave the console; the bridge goes on. */
  LEAVE('q', "Leave the console; the bridge goes on? y to confirm, any other key not to.");

  private final char key;
  private final String question;

  Request(char key, String question) {
    this.key = key;
    this.question = question;
  }

  char key() {
    return key;
  }

  /** The key that confirms it. */
  char confirmation() {
    return this == STOP ? key : 'y';
  }

  String question(Arming arming) {
    return this == ARM
        ? String.format(Locale.ROOT, question, arming.phase(), arming.minutes())
        : question;
  }
}
