package org.tipwright.bridge.server;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.Refused;

/**
 * Commands of one client over one call. The next is taken from the wire when the one before has
 * been answered; what the client has written beyond that waits in the connection, and holds up
 * nobody else.
 */
final class CommandStream implements StreamObserver<CommandRequest> {

  private final ServerCallStreamObserver<CommandOutcome> reply;
  private final Commands commands;

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
