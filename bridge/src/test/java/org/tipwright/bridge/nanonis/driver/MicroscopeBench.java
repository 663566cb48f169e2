package org.tipwright.bridge.nanonis.driver;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopePacer;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.RemoteControl;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.server.CommandHandler;
import org.tipwright.bridge.nanonis.server.LoggerServer;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;
import org.tipwright.bridge.safety.MonotonicClock;

/**
 * The simulated microscope, whose tip is where it is commanded, behind sockets, and the driver in
 * front of them. What waits does so for long: the machine of a build may be busy.
 */
public final class MicroscopeBench implements AutoCloseable {

  private final Microscope microscope;
  private final LoggerServer logger;
  private final MicroscopePacer pacer;
  private final NanonisServer server;
  private final NanonisInstrument instrument;

  /**
   * A bench.
   *
   * @param witness sees every command that arrives at the microscope, with its port
   */
  public MicroscopeBench(Path folder, BiConsumer<Command, Integer> witness)
      throws IOException, InstrumentException {
    microscope =
        new Microscope(
            MicroscopeSettings.with(
                List.of(
                    "faults.creep-per-decade=0",
                    "faults.hysteresis.share=0",
                    "faults.drift-angstrom-per-hour={lateral=0,vertical=0}",
                    "bias.offset-millivolt=0",
                    "start.safe-tip-nanoampere=70")),
            3,
            new Session(folder, LocalDateTime.of(2026, 1, 31, 12, 0), 20_000),
            MonotonicClock.ofThisMachine(),
            1);
    logger = new LoggerServer(InetAddress.getLoopbackAddress(), 0, 100);
    pacer = new MicroscopePacer(microscope);
    server =
        NanonisServer.start(
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742),
            new Witnessed(new RemoteControl(microscope, logger, Catalogue.R13742), witness));
    instrument =
        NanonisInstrument.connect(
            DriverSettings.from(
                ConfigFactory.parseString(
                    "ports = "
                        + server.ports()
                        + "\nreply-milliseconds = 30000, emergency-reply-milliseconds = 30000\n"
                        + site(microscope.truth()))));
  }

  /** Over a molecule inside an island, with everything at the speed of an impatient person. */
  private static String site(MicroscopeTruth truth) {
    LyingMolecule molecule =
        truth.moleculesNear(0, 0, 200).stream()
            .filter(m -> truth.moleculesNear(m.xAngstrom(), m.yAngstrom(), 25).size() >= 16)
            .findFirst()
            .orElseThrow();
    double bare = 0;
    while (!truth.moleculesNear(bare, 0, 60).isEmpty()) {
      bare += 5;
    }
    return String.format(
        Locale.ROOT,
        "site-nanometre = [%.4f, %.4f]%nbare-spot-nanometre = [%.3f, 0]%n"
            + "settling-seconds = 0.2, travel-nanometre-per-second = 200,"
            + " bias-ramp-volt-per-second = 1%n",
        molecule.cornerX(1) / 10,
        molecule.cornerY(1) / 10,
        bare / 10);
  }

  private record Witnessed(CommandHandler control, BiConsumer<Command, Integer> witness)
      implements CommandHandler {

    @Override
    public Reply handle(Command command, int port) throws Exception {
      witness.accept(command, port);
      return control.handle(command, port);
    }

    @Override
    public void connected(int port, SocketAddress from) {
      control.connected(port, from);
    }

    @Override
    public void disconnected(int port) {
      control.disconnected(port);
    }
  }

  /** The microscope. */
  public Microscope microscope() {
    return microscope;
  }

  /** Its driver. */
  public NanonisInstrument instrument() {
    return instrument;
  }

  /** The ports of the microscope; the driver has the first three. */
  public List<Integer> ports() {
    return server.ports();
  }

  /** Ends the microscope; whoever has the driver closes that. */
  @Override
  public void close() {
    server.close();
    logger.close();
    pacer.close();
  }
}
