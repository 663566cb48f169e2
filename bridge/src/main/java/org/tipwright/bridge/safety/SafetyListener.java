package org.tipwright.bridge.safety;

/**
 * Hears of every decision of the supervisor, such as a log. One that throws trips it; one that does
 * not return holds up nobody, but misses events once 1024 wait for it.
 */
@FunctionalInterface
public interface SafetyListener {

  /**
   * Called once per event, always by the same thread; {@link SafetyEvent#number} tells their order,
   * and a gap in it that some were missed.
   */
  void happened(SafetyEvent event);
}
