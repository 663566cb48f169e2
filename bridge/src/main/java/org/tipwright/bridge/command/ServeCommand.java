package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge serve}. */
@Command(
    name = "serve",
    description =
        "Serve an instrument, unarmed, until this program is ended; then withdraw its tip.")
final class ServeCommand implements Callable<Integer> {

  @Mixin private final InstrumentOption instrument = new InstrumentOption();
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

  @Option(names = "--reflection", description = "Tell generic gRPC clients what methods there are.")
  private boolean reflection;

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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InstrumentException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    InstrumentChoice choice;
    LimitProfile profile;
    Listening listening;
    Watchdog guard;
    try {
      choice = instrument.choice();
      profile = limits == null ? LimitProfileReader.shipped() : LimitProfileReader.read(limits);
      choice.check(profile);
      listening =
          new Listening(host, port, Optional.ofNullable(tls).map(TlsFolder::read), reflection);
      listening.check();
      guard = watchdog.open(choice.name(), choice.outlivesTheBridge(), profile);
    } catch (IllegalArgumentException wrong) {
      throw wrongUse(wrong);
    }
    Path log = auditFolder(choice);
    try (BridgeServer server = start(out, choice, profile, listening, log, guard)) {
      Thread withdraw = new Thread(server::close, "withdraw-at-exit");
      Runtime.getRuntime().addShutdownHook(withdraw);
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
      out.println("audit log: " + log + ", from " + server.auditHead());
      out.println("to let an agent move the tip: tipwright bridge arm; to stop it: bridge stop");
      out.flush();
      server.awaitTermination();
    }
    return 0;
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

  private BridgeServer start(
      PrintWriter out,
      InstrumentChoice choice,
      LimitProfile profile,
      Listening listening,
      Path log,
      Watchdog guard)
      throws IOException, InstrumentException {
    Instrument opened;
    try {
      opened = choice.open();
    } catch (InstrumentException | RuntimeException failed) {
      guard.close();
      throw failed;
    }
    try {
      out.println(
          opened.withdrawn()
              ? "the tip is up"
              : "the tip is not known to be up: nothing is done to it, and nobody can arm");
      return BridgeServer.start(
          listening,
          opened,
          profile,
          MonotonicClock.ofThisMachine(),
          event -> tell(out, event),
          Optional.of(log),
          guard);
    } catch (IllegalArgumentException wrong) {
      opened.close();
      guard.close();
      throw wrongUse(wrong);
    } catch (IOException | InstrumentException | RuntimeException failed) {
      opened.close();
      guard.close();
      throw failed;
    }
  }

  private Path auditFolder(InstrumentChoice choice) {
    return audit == null
        ? Path.of(System.getProperty("user.home", "."), ".tipwright", "audit-" + choice.name())
        : audit;
  }

  private ParameterException wrongUse(IllegalArgumentException wrong) {
    return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
  }

  /** What an operator wants to see; single commands that went well are too many. */
  private static void tell(PrintWriter out, SafetyEvent event) {
    if (event.kind() != SafetyEvent.Kind.ALLOWED) {
      out.println(event.state() + "  " + event.text());
      out.flush();
    }
  }
}
