package org.tipwright.bridge.nanonis.client;

/** What each of an instrument's four ports is for, in the usual order of the ports. */
public enum Role {
  /** Motions and settings, one after the other. */
  COMMANDS,
  /** State, signals and scans, read while commands are under way. */
  MONITOR,
  /** Stop and withdraw, for the supervisor; otherwise idle. */
  SUPERVISOR_EMERGENCY,
  /** Stop and withdraw, for the watchdog in its own process; otherwise idle. */
  WATCHDOG_EMERGENCY
}
