package org.tipwright.bridge.command;

import java.util.concurrent.Callable;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.v1.StateReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bridge stop}. */
@Command(
    name = "stop",
    description = "Emergency stop: withdraw the tip at once and latch; for anybody.")
final class StopCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StateReport state;
    try (BridgeClient client =
        new BridgeClient(bridge.address(), System.getProperty("user.name", "somebody"))) {
      state = client.emergencyStop();
    }
    spec.commandLine().getOut().println(StateLine.of(state));
    if (state.getEngaged()) {
      throw new IllegalStateException(
          "the tip is not known to be withdrawn yet; the bridge keeps trying, look at the"
              + " instrument");
    }
    return 0;
  }
}
