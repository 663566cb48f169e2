package org.tipwright.bridge.safety;

/** Hears of every decision of the supervisor, such as a log. One that throws trips it. */
@FunctionalInterface
public interface SafetyListener {

  /** Called once per event, by any thread; {@link SafetyEvent#number} tells their order. */
  void happened(SafetyEvent event);
}
