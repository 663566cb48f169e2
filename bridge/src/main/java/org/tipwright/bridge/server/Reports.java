package org.tipwright.bridge.server;

import io.grpc.Status;
import org.tipwright.bridge.safety.CommandResult;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.StateSnapshot;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.TimeLimits;
import org.tipwright.bridge.wire.SiUnits;

/** The supervisor's answers in the words of the wire. */
final class Reports {

  private Reports() {}

  static StateReport of(StateSnapshot state) {
    StateReport.Builder report =
        StateReport.newBuilder()
            .setState(SafetyState.valueOf(state.state().name()))
            .setTripReason(state.tripReason())
            .setEngaged(state.engaged())
            .setLeaseHolder(state.leaseHolder())
            .setPhase(state.phase().map(Phase::key).orElse(""))
            .setArmedForS(state.armedForSeconds())
            .setLastSequence(state.lastSequence())
            .setAttempt(state.attempt())
            .setAttemptVoid(state.attemptVoid());
    state
        .lastResult()
        .ifPresent(
            last ->
                report
                    .setPosition(SiUnits.toWire(last.position()))
                    .setSignals(SiUnits.toWire(last.signals())));
    return report.build();
  }

  static CommandReply of(CommandResult result) {
    return CommandReply.newBuilder()
        .setSequence(result.sequence())
        .setExecuted(result.executed())
        .setPlan(result.plan())
        .setPosition(SiUnits.toWire(result.position()))
        .setSignals(SiUnits.toWire(result.signals()))
        .setInstrumentTimeS(result.instrumentSeconds())
        .build();
  }

  static TimeLimits of(LimitProfile.Times times) {
    return TimeLimits.newBuilder()
        .setCommandS(times.command().toNanos() / 1e9)
        .setApproachS(times.approach().toNanos() / 1e9)
        .setMeasureS(times.measure().toNanos() / 1e9)
        .build();
  }

  static Status of(Refusal refusal) {
    Status status =
        switch (refusal.kind()) {
          case STATE, LEASE -> Status.FAILED_PRECONDITION;
          case SEQUENCE -> Status.ALREADY_EXISTS;
          case MALFORMED -> Status.INVALID_ARGUMENT;
          case LIMIT -> Status.OUT_OF_RANGE;
          case RATE -> Status.RESOURCE_EXHAUSTED;
          case TRIPPED -> Status.ABORTED;
        };
    return status.withDescription(refusal.getMessage());
  }
}
