package org.tipwright.tests.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.SafetyEvent;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import org.tipwright.bridge.watchdog.WatchdogLink;

/**
 * A bridge in the lab's process, put together as the program does it, with clocks that can jump.
 */
final class BridgeInside implements BridgeHost {

  final JumpingClock clock = new JumpingClock();

  private final Path audit;
  private final BridgeServer server;
  private final List<Long> tripped = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /**
   * Starts it.
   *
   * @param audit folder of its log
   */
  BridgeInside(Path audit, Path settings, Path limits, int watchdogPort) throws IOException {
    this.audit = audit;
    LimitProfile profile = LimitProfileReader.read(limits);
    try {
      this.server =
          BridgeServer.start(
              Listening.plain("127.0.0.1", 0),
              NanonisInstrument.connect(DriverSettings.read(settings)),
              profile,
              clock,
              this::hear,
              Optional.of(audit),
              new WatchdogLink(
                  new BridgeAddress("127.0.0.1", watchdogPort), "a bridge", profile.lease(), clock),
              clock);
    } catch (InstrumentException unreachable) {
      throw new IOException(unreachable);
    }
  }

  private void hear(SafetyEvent event) {
    if (event.kind() == SafetyEvent.Kind.TRIPPED) {
      tripped.add(clock.real(event.clockNanos()));
    }
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public String token() {
    return server.operatorToken().secret();
  }

  @Override
  public Path audit() {
    return audit;
  }

  @Override
  public OptionalLong trippedSince(long nanos) {
    return tripped.stream().mapToLong(n -> n).filter(n -> n - nanos >= 0).min();
  }

  @Override
  public boolean alive() {
    return !closed;
  }

  @Override
  public void close() {
    server.close();
    closed = true;
  }
}
