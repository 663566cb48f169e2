package org.tipwright.bridge.watchdog;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.Channels;
import org.tipwright.bridge.safety.Beat;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.safety.WatchdogStatus;
import org.tipwright.bridge.v1.SupervisorBeat;
import org.tipwright.bridge.v1.SupervisorHello;
import org.tipwright.bridge.v1.WatchdogGrpc;
import org.tipwright.bridge.v1.WatchdogReport;

/**
 * The supervisor's end of the stream to the watchdog. It has no thread: the beats drive it, and a
 * beat that cannot be sent at once is not sent.
 *
 * <p>The watchdog counts as alive at the moment of the last beat that it answered. The supervisor
 * gives it up after three quarters of a lease, before the watchdog gives the supervisor up: so
 * nothing moves any more when the watchdog withdraws.
 */
public final class WatchdogLink implements Watchdog {

  private static final Duration RETRY = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final BridgeAddress address;
  private final String name;
  private final Duration lease;
  private final MonotonicClock clock;
  private final long start;
  private final ManagedChannel channel;

  // Of the thread that beats.
  private boolean closed;
  private boolean tried;
  private long triedAt;

  private volatile @Nullable Stream stream;
  private volatile String lastTrouble = "";

  /**
   * A link that connects with the first beat.
   *
   * @param name of the supervisor, for people
   * @param lease longest silence while something is armed or in contact
   */
  public WatchdogLink(BridgeAddress address, String name, Duration lease, MonotonicClock clock) {
    this.address = address;
    this.name = name;
    this.lease = lease;
    this.clock = clock;
    this.start = clock.nanos();
    this.channel = Channels.to(address);
  }

  private long now() {
    return clock.nanos() - start + 1;
  }

  @Override
  public synchronized void beat(Beat beat) {
    if (closed) {
      return;
    }
    Stream present = stream;
    if (present == null || present.over) {
      present = connect();
    }
    if (present != null) {
      present.send(beat, now());
    }
  }

  private @Nullable Stream connect() {
    long now = now();
    if (tried && now - triedAt < RETRY.toNanos()) {
      return null;
    }
    tried = true;
    triedAt = now;
    channel.resetConnectBackoff();
    Stream next = new Stream();
    stream = next;
    var unused = WatchdogGrpc.newStub(channel).guard(next);
    return next;
  }

  @Override
  public WatchdogStatus status() {
    Stream present = stream;
    WatchdogReport report = present == null ? null : present.report;
    if (present == null || present.over || report == null) {
      String why = lastTrouble;
      return new WatchdogStatus(
          Optional.of(
              "no watchdog answers at "
                  + address
                  + (why.isEmpty() ? "" : " (" + why + ")")
                  + "; start it beside the instrument with 'tipwright bridge watchdog'"),
          0,
          "",
          true);
    }
    long latch = report.getLatch() == present.resetLatch ? 0 : report.getLatch();
    return new WatchdogStatus(
        trouble(present, report), latch, report.getLatchReason(), report.getWithdrawn());
  }

  private Optional<String> trouble(Stream present, WatchdogReport report) {
    double silent = (now() - present.answeredAt) / 1e9;
    if (present.isLost(now())) {
      return Optional.of(
          String.format(
              Locale.ROOT, "the watchdog at %s has not answered for %.2f s", address, silent));
    }
    if (report.getLatch() != 0 && report.getLatch() == present.resetLatch) {
      return Optional.of("the watchdog has not confirmed yet that it is reset; try again");
    }
    return report.getLineTrouble().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the watchdog cannot reach the instrument itself: " + report.getLineTrouble());
  }

  @Override
  public boolean watching() {
    Stream present = stream;
    return present != null && present.watching(now());
  }

  @Override
  public void reset(long latch, String operator) {
    Stream present = stream;
    if (present != null) {
      present.resetBy = operator;
      present.resetLatch = latch;
    }
  }

  /** Says goodbye, and waits a moment until that is sent. */
  @Override
  public synchronized void close() {
    closed = true;
    Stream present = stream;
    if (present != null) {
      present.complete();
    }
    channel.shutdown();
    try {
      var unused = channel.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    channel.shutdownNow();
  }

  /** One call to the watchdog, from connecting to its end. */
  private final class Stream implements ClientResponseObserver<SupervisorBeat, WatchdogReport> {

    private @Nullable ClientCallStreamObserver<SupervisorBeat> call;
    private long number;

    /**
     * Stamp of the first of the newest unbroken run of beats with something to watch; 0 if none.
     */
    private volatile long watchedFrom;

    private volatile long answeredAt = now();
    private volatile @Nullable WatchdogReport report;
    private volatile long resetLatch;
    private volatile String resetBy = "";
    private volatile boolean over;

    @Override
    public void beforeStart(ClientCallStreamObserver<SupervisorBeat> started) {
      call = started;
    }

    void send(Beat beat, long now) {
      ClientCallStreamObserver<SupervisorBeat> line = call;
      if (line == null || over || !line.isReady()) {
        return;
      }
      boolean watched = beat.armed() || beat.engaged();
      if (!watched) {
        watchedFrom = 0;
      } else if (watchedFrom == 0) {
        watchedFrom = now;
      }
      WatchdogReport heard = report;
      number++;
      SupervisorBeat.Builder message =
          SupervisorBeat.newBuilder()
              .setNumber(number)
              .setStamp(now)
              .setHeardStamp(heard == null ? 0 : heard.getStamp())
              .setArmed(beat.armed())
              .setEngaged(beat.engaged())
              .setWithdrawNow(beat.withdrawNow())
              .setResetLatch(resetLatch)
              .setResetBy(resetBy);
      if (number == 1) {
        message.setHello(
            SupervisorHello.newBuilder().setName(name).setLeaseS(lease.toNanos() / 1e9));
      }
      line.onNext(message.build());
    }

    void complete() {
      ClientCallStreamObserver<SupervisorBeat> line = call;
      if (line != null && !over) {
        line.onCompleted();
      }
    }

    boolean isLost(long now) {
      return now - answeredAt > lease.toNanos() / 4 * 3;
    }

    boolean watching(long now) {
      WatchdogReport heard = report;
      return heard != null
          && !over
          && !isLost(now)
          && heard.getWatching()
          && heard.getLatch() == 0
          && watchedFrom != 0
          && heard.getHeardStamp() >= watchedFrom;
    }

    @Override
    public void onNext(WatchdogReport next) {
      if (next.getHeardStamp() > 0 && next.getHeardStamp() <= now()) {
        answeredAt = Math.max(answeredAt, next.getHeardStamp());
      }
      if (next.getLatch() != resetLatch) {
        resetLatch = 0;
      }
      report = next;
    }

    @Override
    public void onError(Throwable failure) {
      Status status = Status.fromThrowable(failure);
      String description = status.getDescription();
      lastTrouble = description == null ? status.getCode().toString() : description;
      over = true;
    }

    @Override
    public void onCompleted() {
      lastTrouble = "it hung up";
      over = true;
    }
  }
}
