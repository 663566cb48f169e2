package org.tipwright.bridge.watchdog;

/**
 * That the watchdog withdrew the tip, and keeps everything from being armed until an operator
 * resets it.
 *
 * @param id above 0, another one each time
 * @param reason in one sentence
 * @param withdrawn whether the tip was seen withdrawn since
 */
public record Latch(long id, String reason, boolean withdrawn) {

  Latch seenWithdrawn(boolean up) {
    return new Latch(id, reason, up);
  }
}
