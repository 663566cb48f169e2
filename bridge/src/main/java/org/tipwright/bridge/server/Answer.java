package org.tipwright.bridge.server;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.safety.Refusal;

/** Answers one call: with a reply, with a refusal, or with a failure of ours. */
@FunctionalInterface
interface Answer<T> {

  /** Makes the reply. */
  T make() throws Refusal, InstrumentException;

  /** Makes the reply and sends it. */
  static <T> void to(StreamObserver<T> call, Answer<T> answer) {
    T reply;
    try {
      reply = answer.make();
    } catch (Refusal | InstrumentException | RuntimeException | Error failure) {
      call.onError(status(failure).asRuntimeException());
      return;
    }
    call.onNext(reply);
    call.onCompleted();
  }

  /** What went wrong, in the words of gRPC; a failure of ours is logged. */
  static Status status(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return Reports.of(refusal);
    }
    if (failure instanceof InstrumentException) {
      return Status.UNAVAILABLE.withDescription("the instrument failed: " + failure.getMessage());
    }
    LoggerFactory.getLogger(Answer.class).error("a call failed", failure);
    return Status.INTERNAL.withDescription("the bridge failed: " + failure);
  }
}
