package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/**
 * One fault at one moment, and what came of it. Times in ms.
 *
 * @param afterMillis when it was injected, counted from the beginning of the approach
 * @param landing whether the tip was still on its way then, or held by the feedback
 * @param detectedMillis from the fault to the decision to trip; NaN where no bridge could decide
 * @param orderedMillis from the fault to the first order to withdraw that answers it
 * @param upMillis from the fault to a tip that is out of reach of the surface
 * @param overTravelAngstrom how far the tip came down after the fault
 * @param touches how often the tip met the surface
 * @param reason why the bridge tripped, in its words; empty if it is dead
 */
record FaultTrial(
    Fault fault,
    double afterMillis,
    boolean landing,
    double detectedMillis,
    double orderedMillis,
    double upMillis,
    double overTravelAngstrom,
    int touches,
    String reason) {

  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration FEEDBACK_WAIT = Duration.ofSeconds(15);
  private static final long GLANCE_NANOS = 1_000_000;
  private static final Duration GLANCE = Duration.ofMillis(20);

  /** How long a bridge is watched that nothing should happen to, in leases. */
  private static final double UNMOVED_LEASES = 1.5;

  /** The trial never came to its fault: a busy machine tripped the bridge before. */
  static final class Void extends Exception {
    private static final long serialVersionUID = 1L;

    Void(String why) {
      super(why);
    }
  }

  /** From the decision to the order; NaN where no bridge could decide. */
  double answeredMillis() {
    return orderedMillis - detectedMillis;
  }

  /** Runs it in a lab, with a bridge of its own, and checks how it ends. */
  static FaultTrial run(Lab lab, Fault fault, double afterMillis) throws Exception {
    try (LabBridge bridge = started(lab, fault)) {
      begin(lab, fault, bridge, afterMillis);
      int touches = lab.touches();
      boolean landing = !lab.feedbackOpen();
      lab.trace.mark();
      long then = System.nanoTime();
      fault.inject(lab, bridge);
      if (fault.ending() == Fault.Ending.ARMED) {
        LockSupport.parkNanos(lab.leases(UNMOVED_LEASES).toNanos());
        StateReport still = bridge.state();
        assertThat(still.getState()).as("%s", still.getTripReason()).isEqualTo(SafetyState.ARMED);
        then = System.nanoTime();
        lab.trace.mark();
        bridge.emergencyStop();
      }
      long fell = then;
      await()
          .atMost(Lab.PATIENCE)
          .pollInterval(LOOK)
          .until(() -> order(lab, fault, bridge, fell).isPresent());
      await().atMost(Lab.PATIENCE).pollInterval(LOOK).until(lab::tipIsUp);
      double up = (System.nanoTime() - fell) / 1e6;
      double overTravel = lab.trace.overTravelAngstrom();
      String reason = checkTheEnd(lab, fault, bridge);
      OptionalLong detected = bridge.host.trippedSince(then);
      FaultTrial trial =
          new FaultTrial(
              fault,
              afterMillis,
              landing,
              detected.isPresent() ? (detected.getAsLong() - then) / 1e6 : Double.NaN,
              (order(lab, fault, bridge, then).getAsLong() - then) / 1e6,
              up,
              overTravel,
              lab.touches() - touches,
              reason);
      if (!fault.blindsTheFeedback()) {
        assertThat(lab.touches()).as("how often the tip met the surface").isEqualTo(touches);
      }
      return trial;
    }
  }

  private static LabBridge started(Lab lab, Fault fault) throws Void {
    try {
      return lab.bridge(fault);
    } catch (IOException tooBusy) {
      throw new Void("no bridge could be started: " + tooBusy.getMessage());
    }
  }

  /** Up to the moment of the fault; what goes wrong before it is not the fault's. */
  private static void begin(Lab lab, Fault fault, LabBridge bridge, double afterMillis)
      throws Void {
    StateReport now;
    try {
      bridge.arm();
      lab.forget();
      if (fault.needsClientProcess()) {
        bridge.approachFromAnotherProcess();
      } else {
        bridge.approach();
      }
      LockSupport.parkNanos((long) (afterMillis * 1e6));
      awaitFeedback(lab, fault);
      now = bridge.state();
    } catch (ConditionTimeoutException | BridgeException | IOException tooBusy) {
      throw new Void(String.valueOf(tooBusy.getMessage()));
    }
    if (now.getState() != SafetyState.ARMED || !now.getEngaged()) {
      throw new Void(now.getState() + ": " + now.getTripReason());
    }
  }

  /** Some faults are only of interest while the feedback is as they need it. */
  private static void awaitFeedback(Lab lab, Fault fault) throws Void {
    long deadline = System.nanoTime() + FEEDBACK_WAIT.toNanos();
    while ((fault.needsOpenFeedback() && !lab.feedbackOpen())
        || (fault.blindsTheFeedback() && !lab.feedbackOn())) {
      if (System.nanoTime() - deadline > 0) {
        throw new Void("the feedback was not as the fault needs it");
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }

  /**
   * The first order that answers the fault: any of the watchdog's, which withdraws for nothing
   * else, and of the bridge's one after its decision, for an approach withdraws by itself before.
   */
  private static OptionalLong order(Lab lab, Fault fault, LabBridge bridge, long then) {
    OptionalLong detected = bridge.host.trippedSince(then);
    Stream<OptionalLong> own =
        detected.isPresent() && fault.ending() != Fault.Ending.DEAD
            ? lab.instrumentLines.stream().map(line -> line.needleSince(detected.getAsLong()))
            : Stream.empty();
    return Stream.concat(Stream.of(lab.watchdogsLine.needleSince(then)), own)
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /** Answers with the bridge's reason; empty if it is dead. */
  private static String checkTheEnd(Lab lab, Fault fault, LabBridge bridge) throws Exception {
    String reason = "";
    if (fault.ending() == Fault.Ending.DEAD) {
      await().atMost(Lab.PATIENCE).until(() -> lab.watchdogSaid().contains("the tip is withdrawn"));
    } else {
      if (bridge.host instanceof BridgeProcess process) {
        process.goOn();
      }
      await()
          .atMost(Lab.PATIENCE)
          .pollInterval(GLANCE)
          .until(() -> bridge.state().getState() == SafetyState.TRIPPED);
      lab.mend();
      await().atMost(Lab.PATIENCE).pollInterval(GLANCE).until(() -> !bridge.state().getEngaged());
      StateReport after = bridge.state();
      assertThat(after.getState()).as("latched").isEqualTo(SafetyState.TRIPPED);
      reason = after.getTripReason();
    }
    bridge.host.close();
    assertThat(bridge.verifiedRecords()).as("audit log, to the last record").isPositive();
    return reason;
  }
}
