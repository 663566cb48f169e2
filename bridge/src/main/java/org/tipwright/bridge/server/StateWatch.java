package org.tipwright.bridge.server;

import io.grpc.stub.ServerCallStreamObserver;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.v1.StateReport;

/**
 * Streams the state to one reader. Nothing is queued for it: a reader that is not ready misses
 * states in between and gets the newest once it is.
 */
final class StateWatch {

  private final SafetySupervisor supervisor;
  private final ServerCallStreamObserver<StateReport> reader;
  private boolean changed = true;
  private boolean ended;

  private StateWatch(SafetySupervisor supervisor, ServerCallStreamObserver<StateReport> reader) {
    this.supervisor = supervisor;
    this.reader = reader;
  }

  static void start(SafetySupervisor supervisor, ServerCallStreamObserver<StateReport> reader) {
    StateWatch watch = new StateWatch(supervisor, reader);
    Runnable changed = watch::changed;
    reader.setOnCancelHandler(
        () -> {
          supervisor.forget(changed);
          watch.end();
        });
    reader.setOnReadyHandler(watch::send);
    supervisor.tell(changed);
    watch.send();
  }

  private synchronized void changed() {
    changed = true;
    send();
  }

  private synchronized void send() {
    if (!ended && changed && reader.isReady()) {
      changed = false;
      reader.onNext(Reports.of(supervisor.state()));
    }
  }

  private synchronized void end() {
    ended = true;
  }
}
