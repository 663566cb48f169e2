package org.tipwright.bridge.server;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.slf4j.Logger;
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
    Logger log = LoggerFactory.getLogger(Answer.class);
    T reply;
    try {
      reply = answer.make();
    } catch (Refusal refusal) {
      call.onError(Reports.of(refusal));
      return;
    } catch (InstrumentException failure) {
      call.onError(
          Status.UNAVAILABLE
              .withDescription("the instrument failed: " + failure.getMessage())
              .asRuntimeException());
      return;
    } catch (RuntimeException | Error failure) {
      log.error("a call failed", failure);
      call.onError(
          Status.INTERNAL.withDescription("the bridge failed: " + failure).asRuntimeException());
      return;
    }
    call.onNext(reply);
    call.onCompleted();
  }
}
