package org.tipwright.bridge.command;

import java.util.concurrent.Callable;
import org.tipwright.bridge.client.BridgeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bridge state}. */
@Command(name = "state", description = "Print the state of a bridge.")
final class StateCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (BridgeClient client =
        new BridgeClient(bridge.address(), System.getProperty("user.name", "somebody"))) {
      spec.commandLine().getOut().println(StateLine.of(client.readState()));
    }
    return 0;
  }
}
