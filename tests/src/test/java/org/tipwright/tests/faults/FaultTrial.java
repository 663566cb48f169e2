package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tipwright.bridge.v1.SafetyState;

/**
 * One fault at one moment, and what came of it.
 *
 * @param afterMillis when it was injected, counted from the beginning of the approach
 * @param commandMillis from the fault to the first withdrawal on a line to the instrument
 * @param upMillis from the fault to a tip that is out of reach of the surface
 * @param overTravelAngstrom how far the tip came down after the fault
 */
record FaultTrial(
    Fault fault,
    double afterMillis,
    double commandMillis,
    double upMillis,
    double overTravelAngstrom) {

  /** Runs it in a lab, with a bridge of its own, and checks how it ends. */
  static FaultTrial run(Lab lab, Fault fault, double afterMillis) throws Exception {
    try (LabBridge bridge = lab.bridge()) {
      bridge.arm();
      lab.forget();
      bridge.approach();
      LockSupport.parkNanos((long) (afterMillis * 1e6));
      assertThat(bridge.state().getState())
          .as("before the fault: %s", bridge.state().getTripReason())
          .isEqualTo(SafetyState.ARMED);
      lab.forget();
      lab.trace.mark();
      long then = System.nanoTime();
      fault.inject(lab, bridge);
      await()
          .atMost(Lab.PATIENCE)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> lab.withdrawalNanos() != 0);
      await().atMost(Lab.PATIENCE).pollInterval(Duration.ofMillis(5)).until(lab::tipIsUp);
      FaultTrial trial =
          new FaultTrial(
              fault,
              afterMillis,
              (lab.withdrawalNanos() - then) / 1e6,
              (System.nanoTime() - then) / 1e6,
              lab.trace.overTravelAngstrom());
      if (fault.bridgeSurvives()) {
        await()
            .atMost(Lab.PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> bridge.state().getState() == SafetyState.TRIPPED);
        lab.mend();
        await()
            .atMost(Lab.PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> !bridge.state().getEngaged());
        assertThat(bridge.state().getState()).as("latched").isEqualTo(SafetyState.TRIPPED);
      } else {
        await()
            .atMost(Lab.PATIENCE)
            .until(() -> lab.watchdogSaid().contains("the tip is withdrawn"));
      }
      bridge.kill();
      await().atMost(Lab.PATIENCE).until(() -> !bridge.alive());
      assertThat(bridge.verifiedRecords()).as("audit log, to the last record").isPositive();
      return trial;
    }
  }
}
