package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentStub;

/**
 * One command after the other over one call, which is opened by the first, and anew after it has
 * ended. For one thread.
 */
final class StreamedCommands {

  private final InstrumentStub stub;
  private @Nullable Call open;

  StreamedCommands(ManagedChannel channel) {
    // Answers are only put down where the caller waits: no thread in between.
    this.stub = InstrumentGrpc.newStub(channel).withExecutor(Runnable::run);
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @throws StatusRuntimeException if it is refused, or not answered in time; the call is given up
   *     then, so that a command that has not begun is not carried out any more
   */
  CommandOutcome answerTo(CommandRequest request, Duration longest) {
    Call call = open;
    if (call == null || call.over) {
      call = new Call();
      stub.command(call);
      open = call;
    }
    CommandOutcome outcome = call.answerTo(request, longest);
    if (outcome.hasRefused()) {
      throw Status.fromCodeValue(outcome.getRefused().getCode())
          .withDescription(outcome.getRefused().getReason())
          .asRuntimeException();
    }
    return outcome;
  }

  /** No more commands; what is open is closed. */
  void end() {
    Call call = open;
    if (call != null) {
      open = null;
      call.end();
    }
  }

  /** What came of a command: an outcome, or the end of the call. */
  private record Arrival(@Nullable CommandOutcome outcome, Status end) {}

  private static final class Call
      implements ClientResponseObserver<CommandRequest, CommandOutcome> {

    /** One answer to the one command under way, and the end. */
    private final BlockingQueue<Arrival> arrived = new ArrayBlockingQueue<>(2);

    private @Nullable ClientCallStreamObserver<CommandRequest> requests;
    private volatile boolean over;

    @Override
    public void beforeStart(ClientCallStreamObserver<CommandRequest> stream) {
      requests = stream;
    }

    CommandOutcome answerTo(CommandRequest request, Duration longest) {
      ClientCallStreamObserver<CommandRequest> stream = requests;
      if (stream == null) {
        throw new IllegalStateException("the call was not started");
      }
      stream.onNext(request);
      try {
        Arrival answer = arrived.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (answer != null && answer.outcome() != null) {
          return answer.outcome();
        }
        over = true;
        if (answer != null) {
          throw answer.end().asRuntimeException();
        }
        stream.cancel("no answer in time", null);
        throw Status.DEADLINE_EXCEEDED.asRuntimeException();
      } catch (InterruptedException interrupted) {
        over = true;
        stream.cancel("interrupted", null);
        Thread.currentThread().interrupt();
        throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
      }
    }

    void end() {
      ClientCallStreamObserver<CommandRequest> stream = requests;
      if (stream != null && !over) {
        stream.onCompleted();
      }
    }

    @Override
    public void onNext(CommandOutcome outcome) {
      var unused = arrived.offer(new Arrival(outcome, Status.OK));
    }

    @Override
    public void onError(Throwable failure) {
      over = true;
      var unused = arrived.offer(new Arrival(null, Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
      over = true;
      var unused =
          arrived.offer(
              new Arrival(null, Status.UNAVAILABLE.withDescription("the bridge ended the call")));
    }
  }
}
