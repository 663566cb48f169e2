package org.tipwright.tests.faults;

import java.util.function.BiConsumer;

/** What is done to the lab while the tip is on its way to the surface, or there. */
enum Fault {
  SUPERVISOR_KILLED("bridge killed (kill -9)", false, (lab, bridge) -> bridge.kill()),
  INSTRUMENT_LINK_CUT(
      "all of the bridge's lines to the instrument cut",
      true,
      (lab, bridge) -> lab.instrumentLines.forEach(line -> line.set(FaultRelay.Mode.CUT))),
  INSTRUMENT_LINK_STALLED(
      "the same lines stalled, nothing closed",
      true,
      (lab, bridge) -> lab.instrumentLines.forEach(line -> line.set(FaultRelay.Mode.STALL))),
  COMMANDS_FROZEN(
      "line of commands frozen mid-body",
      true,
      (lab, bridge) -> lab.instrumentLines.get(0).set(FaultRelay.Mode.FREEZE_MID_BODY)),
  MONITOR_FROZEN(
      "line of the monitor frozen mid-body",
      true,
      (lab, bridge) -> lab.instrumentLines.get(1).set(FaultRelay.Mode.FREEZE_MID_BODY)),
  MONITOR_GARBLED(
      "garbage on the monitor's line",
      true,
      (lab, bridge) -> lab.instrumentLines.get(1).set(FaultRelay.Mode.GARBLE)),
  HEARTBEAT_STALLED(
      "line between bridge and watchdog stalled",
      true,
      (lab, bridge) -> lab.heartbeatLine.set(FaultRelay.Mode.STALL)),
  HEARTBEAT_CUT(
      "line between bridge and watchdog cut",
      true,
      (lab, bridge) -> lab.heartbeatLine.set(FaultRelay.Mode.CUT)),
  CLIENT_CUT(
      "client's connection cut", true, (lab, bridge) -> bridge.clientLine.set(FaultRelay.Mode.CUT)),
  CLIENT_STALLED(
      "client's connection stalled",
      true,
      (lab, bridge) -> bridge.clientLine.set(FaultRelay.Mode.STALL));

  private final String words;
  private final boolean survives;

  @SuppressWarnings("ImmutableEnumChecker") // holds nothing
  private final BiConsumer<Lab, LabBridge> injection;

  Fault(String words, boolean survives, BiConsumer<Lab, LabBridge> injection) {
    this.words = words;
    this.survives = survives;
    this.injection = injection;
  }

  /** For tables. */
  String words() {
    return words;
  }

  /** Whether the bridge lives on, and has to be TRIPPED afterwards. */
  boolean bridgeSurvives() {
    return survives;
  }

  void inject(Lab lab, LabBridge bridge) {
    injection.accept(lab, bridge);
  }
}
