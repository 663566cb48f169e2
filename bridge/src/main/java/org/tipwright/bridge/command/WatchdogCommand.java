package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.client.Role;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisRetreat;
import org.tipwright.bridge.server.Listening;
import org.tipwright.bridge.watchdog.WatchdogEvent;
import org.tipwright.bridge.watchdog.WatchdogServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge watchdog}. */
@Command(
    name = "watchdog",
    description =
        "Stand by beside the instrument, over a connection of its own, and withdraw the tip when"
            + " the bridge is silent, gone or asks for it. Runs until it is ended.")
final class WatchdogCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "<file>",
      required = true,
      description = "The instrument's settings, the same file as for 'bridge serve'.")
  private Path config;

  @Option(
      names = "--listen",
      paramLabel = "<host:port>",
      defaultValue = "127.0.0.1:" + HostAndPort.USUAL_WATCHDOG_PORT,
      description =
          "Where the bridge reaches it, port 0 for any free one; by default ${DEFAULT-VALUE}. Any"
              + " but a loopback address needs --tls.")
  private String listen;

  @Option(
      names = "--tls",
      paramLabel = "<folder>",
      description =
          "A certificate for this machine, as 'bridge certs --host' makes it: the bridge needs one"
              + " with the role supervisor then.")
  private @Nullable Path tls;

  @Option(
      names = "--folder",
      paramLabel = "<folder>",
      description =
          "Folder of its log and its latch; by default ~/.tipwright/watchdog-<instrument's port>.")
  private @Nullable Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DriverSettings settings;
    Listening listening;
    try {
      settings = DriverSettings.read(config);
      HostAndPort at = HostAndPort.parse(listen);
      listening =
          new Listening(at.host(), at.port(), Optional.ofNullable(tls).map(TlsFolder::read), false);
      listening.check();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
    Path logs = folder == null ? usualFolder(settings) : folder;
    try (WatchdogServer server =
        WatchdogServer.start(listening, retreat(settings), logs, event -> tell(out, event))) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-of-watchdog"));
      out.println(
          "watchdog at "
              + listening.host()
              + ":"
              + server.port()
              + (tls == null ? "" : ", mutual TLS")
              + ", its own line to the instrument at "
              + settings.address(Role.WATCHDOG_EMERGENCY)
              + ", log in "
              + logs);
      out.println(
          "tell the bridge: tipwright bridge serve --watchdog "
              + listening.host()
              + ":"
              + server.port());
      out.flush();
      server.awaitTermination();
    }
    return 0;
  }

  private static NanonisRetreat retreat(DriverSettings settings) throws IOException {
    try {
      return NanonisRetreat.ofTheWatchdog(settings);
    } catch (InstrumentException failed) {
      throw new IOException(
          "the watchdog does not reach the instrument: " + failed.getMessage(), failed);
    }
  }

  private static Path usualFolder(DriverSettings settings) {
    return Path.of(
        System.getProperty("user.home", "."),
        ".tipwright",
        "watchdog-" + settings.address(Role.WATCHDOG_EMERGENCY).getPort());
  }

  private static void tell(PrintWriter out, WatchdogEvent event) {
    boolean alarm =
        event.kind() == WatchdogEvent.Kind.LATCHED
            || event.kind() == WatchdogEvent.Kind.WITHDRAWAL_FAILED;
    out.println(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS)
            + (alarm ? "  ALARM  \007" : "  ")
            + event.text());
    out.flush();
  }
}
