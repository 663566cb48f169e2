package org.tipwright.bridge.safety;

/** Counts commands by the second and refuses those above the profile's rate, never a withdrawal. */
final class CommandRate {

  private static final long SECOND = 1_000_000_000L;

  private final Limit perSecond;
  private final StateLog log;
  private long windowStart;
  private int windowCount;

  CommandRate(Limit perSecond, StateLog log, long now) {
    this.perSecond = perSecond;
    this.log = log;
    this.windowStart = now;
  }

  void count(Command command, String called, long now) throws Refusal {
    if (now - windowStart >= SECOND) {
      windowStart = now;
      windowCount = 0;
    }
    windowCount++;
    if (command != Command.WITHDRAW && !perSecond.allows(windowCount)) {
      throw log.refuse(
          Refusal.Kind.RATE,
          called,
          LimitCheck.beyond("rate", windowCount, "per s", perSecond, ""),
          now);
    }
  }
}
