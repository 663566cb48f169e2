package org.tipwright.bridge.safety;

/**
 * What each round of the supervisor's watch tells the watchdog.
 *
 * @param armed whether commands may move the tip
 * @param engaged whether the tip may be in contact
 * @param withdrawNow why the watchdog has to withdraw the tip at once; empty if it has not
 */
public record Beat(boolean armed, boolean engaged, String withdrawNow) {}
