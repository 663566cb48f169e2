package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.SafetyEvent;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a bridge serves its operator: where, with which limits, and where its log is. */
final class ServingOption {

  @Mixin private final WatchdogOption watchdog = new WatchdogOption();

  @Option(
      names = "--host",
      paramLabel = "<address>",
      defaultValue = "127.0.0.1",
      description =
          "Address for operator, console and audit; by default ${DEFAULT-VALUE}. Any but a loopback"
              + " address needs --tls.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "<port>",
      defaultValue = "" + BridgeAddress.USUAL_PORT,
      description = "Its port, 0 for any free one; by default ${DEFAULT-VALUE}.")
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
   * The limits.
   *
   * @throws IllegalArgumentException if they cannot be read, in one sentence
   */
  LimitProfile profile() {
    return limits == null ? LimitProfileReader.shipped() : LimitProfileReader.read(limits);
  }

  /**
   * The watchdog of an instrument that outlives the bridge.
   *
   * @throws IllegalArgumentException if there is none and nobody said so, in one sentence
   */
  Watchdog guard(String name, LimitProfile profile) {
    return watchdog.open(name, true, profile);
  }

  /**
   * Starts a bridge, which owns the instrument from then on, and tells how to reach it.
   *
   * @throws IllegalArgumentException if it may not listen there, in one sentence
   */
  BridgeServer start(
      Instrument instrument, String name, LimitProfile profile, Watchdog guard, PrintWriter out)
      throws IOException {
    Path folder =
        audit == null
            ? Path.of(System.getProperty("user.home", "."), ".tipwright", "audit-" + name)
            : audit;
    BridgeServer server =
        BridgeServer.start(
            new Listening(host, port, Optional.ofNullable(tls).map(TlsFolder::read), false),
            instrument,
            profile,
            MonotonicClock.ofThisMachine(),
            event -> tell(out, event),
            Optional.of(folder),
            guard);
    try {
      out.println(
          "operator, console and audit at "
              + (tls == null ? "grpc://" : "grpcs://")
              + host
              + ":"
              + server.port()
              + ", READ_ONLY, limits '"
              + profile.name()
              + "'");
      watchdog.words(true).ifPresent(out::println);
      out.println(operatorsWay(server));
      out.println("audit log: " + folder + ", from " + server.auditHead());
    } catch (IOException unwritable) {
      server.close();
      throw unwritable;
    }
    return server;
  }

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
