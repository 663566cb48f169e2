package org.tipwright.bridge.server;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.locks.LockSupport;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.Refused;

/**
 * Commands of one client over one call. The next is taken from the wire when the one before has
 * been answered; what the client has written beyond that waits in the connection, and holds up
 * nobody else: a burst in no less than its time, so that a flood leaves the processors to whoever
 * has to stop it.
 */
final class CommandStream implements StreamObserver<CommandRequest> {

  private static final int BURST = 10;
  private static final long BURST_NANOS = 10_000_000;

  private final ServerCallStreamObserver<CommandOutcome> reply;
  private final Commands commands;
  private int ofBurst;
  private long burstSince = System.nanoTime();

  CommandStream(ServerCallStreamObserver<CommandOutcome> reply, Commands commands) {
    this.reply = reply;
    this.commands = commands;
    reply.setOnCancelHandler(() -> {});
  }

  @Override
  public void onNext(CommandRequest request) {
    CommandOutcome outcome;
    try {
      outcome = commands.outcome(request);
    } catch (Exception | Error failure) {
      Status status = Answer.status(failure);
      outcome =
          CommandOutcome.newBuilder()
              .setRefused(
                  Refused.newBuilder()
                      .setCode(status.getCode().value())
                      .setReason(String.valueOf(status.getDescription())))
              .build();
    }
    if (!reply.isCancelled()) {
      reply.onNext(outcome);
    }
    pace();
  }

  private void pace() {
    if (++ofBurst == BURST) {
      LockSupport.parkNanos(burstSince + BURST_NANOS - System.nanoTime());
      burstSince = System.nanoTime();
      ofBurst = 0;
    }
  }

  /** The client is gone; its lease ends by itself, or is given back. */
  @Override
  public void onError(Throwable gone) {}

  @Override
  public void onCompleted() {
    if (!reply.isCancelled()) {
      reply.onCompleted();
    }
  }
}
