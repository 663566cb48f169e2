package org.tipwright.bridge.server;

import io.grpc.stub.StreamObserver;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.v1.ArmRequest;
import org.tipwright.bridge.v1.DisarmRequest;
import org.tipwright.bridge.v1.OperatorGrpc;
import org.tipwright.bridge.v1.ResetRequest;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.VoidRequest;

/** The operator's calls; {@link CallerGate} stands in front of it. */
final class OperatorService extends OperatorGrpc.OperatorImplBase {

  private final SafetySupervisor supervisor;

  OperatorService(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
  }

  @Override
  public void arm(ArmRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.arm(
              named(request.getOperator()), phase(request.getPhase()), request.getDurationS());
          return Reports.of(supervisor.state());
        });
  }

  @Override
  public void disarm(DisarmRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.disarm(named(request.getOperator()));
          return Reports.of(supervisor.state());
        });
  }

  @Override
  public void reset(ResetRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.reset(named(request.getOperator()));
          return Reports.of(supervisor.state());
        });
  }

  @Override
  public void void_(VoidRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.voidAttempt(named(request.getOperator()), Names.tamed(request.getReason()));
          return Reports.of(supervisor.state());
        });
  }

  private static Phase phase(String name) throws Refusal {
    if (name.isEmpty()) {
      return Phase.LIFT;
    }
    return Phase.named(name)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.MALFORMED,
                    "refused Arm: there is no phase '"
                        + Names.tamed(name)
                        + "', only "
                        + Phase.names()));
  }

  private static String named(String operator) throws Refusal {
    return Names.checked(Caller.current().called(operator), "operator");
  }
}
