package org.tipwright.bridge.command;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.nanonis.proxy.ScriptProxy;
import org.tipwright.bridge.nanonis.server.ServerSettings;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.server.BridgeServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge proxy}. */
@Command(
    name = "proxy",
    description = {
      "Stand between the scripts that a laboratory has and its instrument, both speaking Nanonis"
          + " TCP.",
      "",
      "Readings and stops pass at any time. What moves or sets passes once an operator has armed"
          + " (bridge arm --phase scan) and only as the limits and the allow-list of that phase let"
          + " it; the rest is refused with an error that says why. Point scripts at the ports here,"
          + " and let nothing else use the instrument's.",
      ""
    })
final class ProxyCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description =
          "Where the instrument is, and its signals: what differs from the nanonis.conf that comes"
              + " with the program.")
  private @Nullable Path file;

  @Option(
      names = "--ports",
      paramLabel = "<port>",
      split = ",",
      defaultValue = "6511,6512,6513,6514",
      description =
          "One to four ports for scripts, 0 for any free one; by default ${DEFAULT-VALUE}.")
  private List<Integer> ports = new ArrayList<>();

  @Option(
      names = "--listen",
      paramLabel = "<address>",
      defaultValue = "127.0.0.1",
      description =
          "Address for scripts; by default ${DEFAULT-VALUE}. The protocol knows neither passwords"
              + " nor encryption: any other address needs --anybody-may-command.")
  private String listen;

  @Option(
      names = "--anybody-may-command",
      description =
          "Listen beyond this machine: whoever reaches the ports can move the tip while the bridge"
              + " is armed. Only in a network that holds nothing but the instrument.")
  private boolean anybody;

  @Option(
      names = "--dry-run",
      paramLabel = "<phase>",
      description =
          "Judge what scripts send as in this phase and send nothing but readings and stops on.")
  private @Nullable String dryRun;

  @Mixin private final ServingOption serving = new ServingOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InstrumentException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    NanonisInstrument instrument;
    ServingOption.Preparation prepared;
    ServerSettings scripts;
    Optional<Phase> tried;
    try {
      tried = tried();
      ServerSettings listening = new ServerSettings(address(), ports, Catalogue.of(0));
      InstrumentChoice.Nanonis choice =
          new InstrumentChoice.Nanonis(
              file == null
                  ? DriverSettings.from(ConfigFactory.empty())
                  : DriverSettings.read(file));
      prepared = serving.prepare(choice, false);
      instrument = prepared.open(choice::open);
      scripts = listening.speaking(instrument.lines().client().catalogue());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
    try (BridgeServer server = prepared.start(instrument, out);
        ScriptProxy proxy =
            ScriptProxy.start(server.supervisor(), instrument, server.frameLog(), tried, scripts)) {
      out.println(
          "scripts at "
              + listen
              + ", ports "
              + proxy.ports().stream().map(String::valueOf).collect(Collectors.joining(", "))
              + tried.map(phase -> ", a dry run of phase " + phase.key()).orElse(""));
      out.println("to let one command: tipwright bridge arm --phase scan; to stop: bridge stop");
      out.flush();
      server.awaitTermination();
    }
    return 0;
  }

  private Optional<Phase> tried() {
    if (dryRun == null) {
      return Optional.empty();
    }
    Optional<Phase> phase = Phase.named(dryRun);
    if (phase.isEmpty()) {
      throw new IllegalArgumentException(
          "--dry-run is one of " + Phase.names() + ", not '" + dryRun + "'");
    }
    return phase;
  }

  private InetAddress address() {
    try {
      InetAddress address = InetAddress.getByName(listen);
      if (!address.isLoopbackAddress() && !anybody) {
        throw new IllegalArgumentException(
            "scripts are listened to on this machine only, not on "
                + listen
                + ": the protocol has no passwords, so whoever reaches the ports could move the"
                + " tip; --anybody-may-command if that is meant");
      }
      return address;
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("no address is known for host '" + listen + "'", unknown);
    }
  }
}
