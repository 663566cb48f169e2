package org.tipwright.tests.faults;

import java.time.Duration;
import org.tipwright.bridge.microscope.SensorFault;

/** What is done to the lab while the tip is on its way to the surface, or there. */
enum Fault {
  SUPERVISOR_KILLED("bridge killed (kill -9)", Kind.PROCESS, Ending.DEAD) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      bridge.host.close();
    }
  },
  SUPERVISOR_STOPPED("bridge stands still (SIGSTOP)", Kind.PROCESS, Ending.STILL) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      ((BridgeProcess) bridge.host).stop();
    }
  },
  WATCHDOG_KILLED("watchdog killed (kill -9)", Kind.PROCESS, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.killWatchdog();
    }
  },
  CLIENT_KILLED("client killed (kill -9)", Kind.PROCESS, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      bridge.killClient();
    }
  },
  CLIENT_CUT("client's connection cut", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      bridge.clientLine.set(FaultRelay.Mode.CUT);
    }
  },
  CLIENT_STALLED("client's connection stalled, nothing closed", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      bridge.clientLine.set(FaultRelay.Mode.STALL);
    }
  },
  CLIENT_LATE("client's heartbeat late by 1.3 leases", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      bridge.clientLine.stallFor(lab.leases(LATE));
    }
  },
  INSTRUMENT_LINK_CUT(
      "all of the bridge's lines to the instrument cut", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.forEach(line -> line.set(FaultRelay.Mode.CUT));
    }
  },
  INSTRUMENT_LINK_STALLED("the same lines stalled, nothing closed", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.forEach(line -> line.set(FaultRelay.Mode.STALL));
    }
  },
  COMMANDS_FROZEN("line of commands frozen mid-body", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.get(0).set(FaultRelay.Mode.FREEZE_MID_BODY);
    }
  },
  MONITOR_FROZEN("line of readings frozen mid-body", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.get(1).set(FaultRelay.Mode.FREEZE_MID_BODY);
    }
  },
  EMERGENCY_FROZEN("line for emergencies frozen mid-body", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.get(2).set(FaultRelay.Mode.FREEZE_MID_BODY);
    }
  },
  COMMANDS_GARBLED("garbage on the line of commands", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.get(0).set(FaultRelay.Mode.GARBLE);
    }
  },
  MONITOR_GARBLED("garbage on the line of readings", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.instrumentLines.get(1).set(FaultRelay.Mode.GARBLE);
    }
  },
  HEARTBEAT_CUT("line between bridge and watchdog cut", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.heartbeatLine.set(FaultRelay.Mode.CUT);
    }
  },
  HEARTBEAT_STALLED("the same line stalled, nothing closed", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.heartbeatLine.set(FaultRelay.Mode.STALL);
    }
  },
  HEARTBEAT_LATE("beats on that line late by 1.3 leases", Kind.NETWORK, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.heartbeatLine.stallFor(lab.leases(LATE));
    }
  },
  DISK_FULL("disk of the audit log full", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fillAuditDisk();
    }
  },
  WALL_CLOCK_JUMPED("wall clock set back by a day", Kind.DATA, Ending.ARMED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      ((BridgeInside) bridge.host).clock.jumpWall(Duration.ofDays(-1));
    }
  },
  MONOTONIC_CLOCK_JUMPED("monotonic clock goes on by 10 s", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      ((BridgeInside) bridge.host).clock.jumpMonotonic(Duration.ofSeconds(10));
    }
  },
  CURRENT_FLAT("current stands still, feedback off", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.CURRENT_FLAT);
    }
  },
  AMPLIFIER_OFF("amplifier off, feedback off", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.AMPLIFIER_OFF);
    }
  },
  AMPLIFIER_AT_RAIL("amplifier at its rail", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.AMPLIFIER_AT_RAIL);
    }
  },
  HEIGHT_INVERTED("z read with the wrong sign", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.HEIGHT_INVERTED);
    }
  },
  CURRENT_FLAT_LANDING("current stands still, feedback on", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.CURRENT_FLAT);
    }
  },
  AMPLIFIER_OFF_LANDING("amplifier off, feedback on", Kind.DATA, Ending.TRIPPED) {
    @Override
    void inject(Lab lab, LabBridge bridge) {
      lab.fail(SensorFault.AMPLIFIER_OFF);
    }
  };

  /** What is hit; it decides how often the fault is tried. */
  enum Kind {
    PROCESS,
    NETWORK,
    DATA
  }

  /** How it has to end. */
  enum Ending {
    /** The bridge lives, and is TRIPPED. */
    TRIPPED,
    /** The bridge is gone. */
    DEAD,
    /** The bridge cannot act; it is TRIPPED as soon as it goes on. */
    STILL,
    /** Nothing has happened; the bridge obeys. */
    ARMED
  }

  private static final double LATE = 1.3;

  private final String words;
  private final Kind kind;
  private final Ending ending;

  Fault(String words, Kind kind, Ending ending) {
    this.words = words;
    this.kind = kind;
    this.ending = ending;
  }

  /** For tables. */
  String words() {
    return words;
  }

  Kind kind() {
    return kind;
  }

  Ending ending() {
    return ending;
  }

  /** Whether the bridge has to be a process of its own for it. */
  boolean needsBridgeProcess() {
    return this == SUPERVISOR_KILLED || this == SUPERVISOR_STOPPED;
  }

  /** Whether the client has to be one. */
  boolean needsClientProcess() {
    return this == CLIENT_KILLED;
  }

  /** Whether the audit log has to be on a disk that can be filled. */
  boolean needsSmallDisk() {
    return this == DISK_FULL;
  }

  /** The sensor that the feedback goes by: without it nothing but the hardware holds the tip. */
  boolean blindsTheFeedback() {
    return this == CURRENT_FLAT_LANDING || this == AMPLIFIER_OFF_LANDING;
  }

  /** Whether it only counts while the tip is down with the feedback off. */
  boolean needsOpenFeedback() {
    return this == CURRENT_FLAT || this == AMPLIFIER_OFF;
  }

  abstract void inject(Lab lab, LabBridge bridge);
}
