package org.tipwright.bridge.command;

import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.DefaultTerminalFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.console.Arming;
import org.tipwright.bridge.console.Console;
import org.tipwright.bridge.console.RemoteBridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge console}. */
@Command(
    name = "console",
    description = {
      "Watch a bridge on this terminal, arm, disarm, stop and reset it by keys.",
      "",
      "Anybody may watch and stop; the rest is the operator's. Leaving changes nothing.",
      ""
    })
final class ConsoleCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "<minutes>",
      defaultValue = "10",
      description = "For how long 'a' arms; by default ${DEFAULT-VALUE}.")
  private double minutes;

  @Override
  public Integer call() throws IOException {
    if (!(minutes > 0 && minutes < 1e6)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes must be a number above 0, not " + minutes);
    }
    Arming arming = new Arming(phase.checked(), minutes);
    BridgeClient client =
        new BridgeClient(bridge.address(), System.getProperty("user.name", "somebody"));
    try (RemoteBridge remote = new RemoteBridge(client, bridge::operator)) {
      // On a system without such terminals, a window that behaves like one.
      TerminalScreen screen = new DefaultTerminalFactory().createScreen();
      new Console(remote, bridge.address().toString(), arming).run(screen);
    }
    return 0;
  }
}
