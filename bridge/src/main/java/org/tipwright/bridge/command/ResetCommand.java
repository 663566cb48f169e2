package org.tipwright.bridge.command;

import java.util.concurrent.Callable;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bridge reset}. */
@Command(name = "reset", description = "Unlatch a tripped bridge once its tip is withdrawn.")
final class ResetCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (OperatorClient operator = bridge.operator()) {
      spec.commandLine().getOut().println(StateLine.of(operator.reset()));
    }
    return 0;
  }
}
