package org.tipwright.bridge.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.v1.StateReport;

/**
 * Streams the state to any number of readers, on one thread of its own: whoever decides only rings
 * a bell. Nothing is queued for a reader; one that is not ready misses states in between and gets
 * the newest once it is. Rounds keep a short distance, so that thousands of commands a second do
 * not become thousands of reports for each reader.
 */
final class StateWatches implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateWatches.class);

  private static final long ROUND_MILLIS = 10;

  private final SafetySupervisor supervisor;
  private final AtomicLong changes = new AtomicLong();
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final Semaphore bell = new Semaphore(0);
  private final Runnable changed = this::changed;
  private volatile boolean open = true;

  /** One stream, and the change up to which it has been told; the latter is the thread's. */
  private static final class Reader {
    private final ServerCallStreamObserver<StateReport> stream;
    private long sent = -1;

    Reader(ServerCallStreamObserver<StateReport> stream) {
      this.stream = stream;
    }
  }

  StateWatches(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
    Thread thread = new Thread(this::run, "state-watch");
    thread.setDaemon(true);
    thread.start();
    supervisor.tell(changed);
  }

  /** Streams to one more reader, until it hangs up. */
  void start(ServerCallStreamObserver<StateReport> stream) {
    Reader reader = new Reader(stream);
    stream.setOnCancelHandler(() -> readers.remove(reader));
    stream.setOnReadyHandler(this::ring);
    readers.add(reader);
    ring();
  }

  /** How many read. */
  int readers() {
    return readers.size();
  }

  private void changed() {
    changes.incrementAndGet();
    ring();
  }

  /** Never waits; many rings before the thread comes round are one round. */
  private void ring() {
    bell.release();
  }

  private void run() {
    try {
      while (open) {
        bell.acquire();
        bell.drainPermits();
        long change = changes.get();
        StateReport report = Reports.of(supervisor.state());
        for (Reader reader : readers) {
          send(reader, change, report);
        }
        TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Reader reader, long change, StateReport report) {
    try {
      if (reader.sent != change && !reader.stream.isCancelled() && reader.stream.isReady()) {
        reader.sent = change;
        reader.stream.onNext(report);
      }
    } catch (RuntimeException failure) {
      LOG.warn("a watcher of the state is lost", failure);
      readers.remove(reader);
    }
  }

  @Override
  public void close() {
    supervisor.forget(changed);
    open = false;
    ring();
  }
}
