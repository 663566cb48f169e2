package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.SafetyEvent;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a bridge serves: where, with which limits and watchdog, and where its log is. */
final class ServingOption {

  @Mixin private final WatchdogOption watchdog = new WatchdogOption();

  @Option(
      names = "--host",
      paramLabel = "<address>",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; by default ${DEFAULT-VALUE}. Any but a loopback address needs"
              + " --tls.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "<port>",
      defaultValue = "" + BridgeAddress.USUAL_PORT,
      description = "Port to listen on, 0 for any free one; by default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--tls",
      paramLabel = "<folder>",
      description =
          "The bridge's certificate, as 'bridge certs' made it: clients need one too then, and"
              + " their role is what it says.")
  private @Nullable Path tls;

  @Option(
      names = "--limits",
      paramLabel = "<file>",
      description = "Limit profile; by default the one that comes with the program.")
  private @Nullable Path limits;

  @Option(
      names = "--audit",
      paramLabel = "<folder>",
      description = "Folder of the audit log; by default ~/.tipwright/audit-<instrument>.")
  private @Nullable Path audit;

  @Option(
      names = "--token-file",
      paramLabel = "<file>",
      description =
          "Where to write the operator's token; by default ~/.tipwright/operator-<port>.token.")
  private @Nullable Path tokenFile;

  /**
   * Reads what was typed and looks whether it goes together, before anything is opened.
   *
   * @throws IllegalArgumentException if not, in one sentence
   */
  Preparation prepare(InstrumentChoice choice, boolean reflection) {
    LimitProfile profile =
        limits == null ? LimitProfileReader.shipped() : LimitProfileReader.read(limits);
    choice.check(profile);
    Listening listening =
        new Listening(host, port, Optional.ofNullable(tls).map(TlsFolder::read), reflection);
    listening.check();
    return new Preparation(
        choice,
        profile,
        listening,
        watchdog.open(choice.name(), choice.outlivesTheBridge(), profile));
  }

  /** A bridge that can be started, and its watchdog, which is closed if that fails. */
  final class Preparation {
    private final InstrumentChoice choice;
    private final LimitProfile profile;
    private final Listening listening;
    private final Watchdog guard;

    private Preparation(
        InstrumentChoice choice, LimitProfile profile, Listening listening, Watchdog guard) {
      this.choice = choice;
      this.profile = profile;
      this.listening = listening;
      this.guard = guard;
    }

    /** Opens the instrument; nothing is moved or set. */
    <T extends Instrument> T open(Opening<T> opening) throws InstrumentException {
      try {
        return opening.open();
      } catch (InstrumentException | RuntimeException failed) {
        guard.close();
        throw failed;
      }
    }

    /**
     * Starts the bridge, which owns the instrument from then on and is closed when this program
     * ends, and tells how to reach it. If that fails, the instrument is closed.
     *
     * @throws IllegalArgumentException if its certificates are no good, in one sentence
     */
    BridgeServer start(Instrument opened, PrintWriter out) throws IOException, InstrumentException {
      BridgeServer server;
      try {
        out.println(
            opened.withdrawn()
                ? "the tip is up"
                : "the tip is not known to be up: nothing is done to it, and nobody can arm");
        server =
            BridgeServer.start(
                listening,
                opened,
                profile,
                MonotonicClock.ofThisMachine(),
                event -> tell(out, event),
                Optional.of(auditFolder()),
                guard);
      } catch (IOException | InstrumentException | RuntimeException failed) {
        opened.close();
        guard.close();
        throw failed;
      }
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "withdraw-at-exit"));
        introduce(server, out);
        return server;
      } catch (IOException | RuntimeException failed) {
        server.close();
        throw failed;
      }
    }

    private void introduce(BridgeServer server, PrintWriter out) throws IOException {
      out.println(
          "instrument '"
              + choice.name()
              + "' at "
              + (tls == null ? "grpc://" : "grpcs://")
              + host
              + ":"
              + server.port()
              + ", READ_ONLY, limits '"
              + profile.name()
              + "'");
      watchdog.words(choice.outlivesTheBridge()).ifPresent(out::println);
      out.println(operatorsWay(server));
      out.println("audit log: " + auditFolder() + ", from " + server.auditHead());
    }

    private Path auditFolder() {
      return audit == null
          ? Path.of(System.getProperty("user.home", "."), ".tipwright", "audit-" + choice.name())
          : audit;
    }
  }

  /** How an instrument of a kind is opened. */
  @FunctionalInterface
  interface Opening<T extends Instrument> {
    T open() throws InstrumentException;
  }

  /** How one becomes the operator. */
  private String operatorsWay(BridgeServer server) throws IOException {
    if (tls != null) {
      return "mutual TLS: a client's role is what its certificate says";
    }
    Path file = tokenFile == null ? BridgeOption.usualTokenFile(server.port()) : tokenFile;
    server.operatorToken().write(file);
    return "operator's token, readable by you alone: " + file;
  }

  /** What an operator wants to see; single commands that went well are too many. */
  private static void tell(PrintWriter out, SafetyEvent event) {
    if (event.kind() != SafetyEvent.Kind.ALLOWED) {
      out.println(event.state() + "  " + event.text());
      out.flush();
    }
  }
}
