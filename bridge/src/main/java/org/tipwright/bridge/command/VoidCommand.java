package org.tipwright.bridge.command;

import java.util.concurrent.Callable;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bridge void}. */
@Command(
    name = "void",
    description = "Let the attempt under way, or the last one, count for nothing; moves nothing.")
final class VoidCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();

  @Option(names = "--reason", paramLabel = "<text>", description = "Why, for the audit log.")
  private String reason = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (OperatorClient operator = bridge.operator()) {
      spec.commandLine().getOut().println(StateLine.of(operator.voidAttempt(reason)));
    }
    return 0;
  }
}
