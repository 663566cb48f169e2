package org.tipwright.bridge.watchdog;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.v1.SupervisorBeat;
import org.tipwright.bridge.v1.WatchdogGrpc;
import org.tipwright.bridge.v1.WatchdogReport;

/** The supervisor's stream, on the watchdog's side: what comes goes to the rules as it comes. */
final class WatchdogService extends WatchdogGrpc.WatchdogImplBase {

  private static final int LONGEST_NAME = 64;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final GuardedWatch watch;

  WatchdogService(GuardedWatch watch) {
    this.watch = watch;
  }

  @Override
  public StreamObserver<SupervisorBeat> guard(StreamObserver<WatchdogReport> reports) {
    return new Call((ServerCallStreamObserver<WatchdogReport>) reports);
  }

  /** One stream. gRPC calls it by one thread at a time. */
  private final class Call implements StreamObserver<SupervisorBeat> {

    private final Reports reports;
    private boolean refused;
    private long session;

    Call(ServerCallStreamObserver<WatchdogReport> call) {
      this.reports = new Reports(call);
      call.setOnCancelHandler(() -> ended("the connection broke"));
    }

    @Override
    public void onNext(SupervisorBeat beat) {
      if (session == 0 && !refused) {
        try {
          session = watch.open(name(beat), lease(beat), reports);
        } catch (Refusal refusal) {
          refused = true;
          reports.end(Status.FAILED_PRECONDITION.withDescription(refusal.getMessage()));
        }
      }
      watch.heard(session, beat);
    }

    private String name(SupervisorBeat beat) throws Refusal {
      String name = beat.getHello().getName();
      if (name.isEmpty()
          || name.length() > LONGEST_NAME
          || name.chars().anyMatch(Character::isISOControl)) {
        throw new Refusal(
            Refusal.Kind.MALFORMED,
            "refused Guard: the supervisor's name must have 1 to "
                + LONGEST_NAME
                + " plain characters");
      }
      return name;
    }

    private Duration lease(SupervisorBeat beat) {
      double seconds = beat.getHello().getLeaseS();
      return seconds > 0 && seconds < WatchdogRules.LONGEST_LEASE.toSeconds() + 1
          ? Duration.ofNanos((long) (seconds * NANOS_PER_SECOND))
          : Duration.ofNanos(seconds > 0 ? Long.MAX_VALUE : 0);
    }

    @Override
    public void onError(Throwable failure) {
      ended("the connection broke");
    }

    @Override
    public void onCompleted() {
      ended("it said goodbye");
      reports.end(Status.OK);
    }

    private void ended(String how) {
      if (session != 0) {
        watch.ended(session, how);
      }
    }
  }

  /** Where reports go; one that cannot be sent at once is not sent. */
  static final class Reports {

    private final ServerCallStreamObserver<WatchdogReport> call;
    private boolean over;

    Reports(ServerCallStreamObserver<WatchdogReport> call) {
      this.call = call;
    }

    synchronized void send(WatchdogReport report) {
      if (!over && call.isReady()) {
        call.onNext(report);
      }
    }

    synchronized void end(Status how) {
      if (over) {
        return;
      }
      over = true;
      if (how.isOk()) {
        call.onCompleted();
      } else {
        call.onError(how.asRuntimeException());
      }
    }
  }
}
