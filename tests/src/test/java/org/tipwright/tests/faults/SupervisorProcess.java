package org.tipwright.tests.faults;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import org.tipwright.bridge.watchdog.WatchdogLink;

/** A bridge to an instrument that speaks the Nanonis protocol, with a watchdog. */
final class SupervisorProcess {

  private SupervisorProcess() {}

  /** Arguments: driver's settings, limit profile, watchdog's port, folder to write to. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[3]);
    LimitProfile profile = LimitProfileReader.read(Path.of(arguments[1]));
    MonotonicClock clock = MonotonicClock.ofThisMachine();
    BridgeServer server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            NanonisInstrument.connect(
                DriverSettings.from(ConfigFactory.parseFile(Path.of(arguments[0]).toFile()))),
            profile,
            clock,
            event -> {},
            Optional.of(folder.resolve("audit")),
            new WatchdogLink(
                new BridgeAddress("127.0.0.1", Integer.parseInt(arguments[2])),
                "bridge",
                profile.lease(),
                clock));
    Path aside = folder.resolve("bridge.new");
    Files.writeString(aside, server.port() + " " + server.operatorToken().secret());
    Files.move(aside, folder.resolve("bridge"), StandardCopyOption.ATOMIC_MOVE);
    server.awaitTermination();
  }
}
