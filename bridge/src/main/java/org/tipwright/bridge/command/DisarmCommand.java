package org.tipwright.bridge.command;

import java.util.concurrent.Callable;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bridge disarm}. */
@Command(name = "disarm", description = "End the arming; a tip in contact is withdrawn.")
final class DisarmCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (OperatorClient operator = bridge.operator()) {
      spec.commandLine().getOut().println(StateLine.of(operator.disarm()));
    }
    return 0;
  }
}
