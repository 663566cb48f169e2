package org.tipwright.bridge.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge arm}. */
@Command(
    name = "arm",
    description = {
      "Let the lease holder, or the next one, move the tip for a while; the operator's right.",
      "",
      "The arming ends with the lease: once a client has given it back or lost it, the next one"
          + " needs the operator again.",
      ""
    })
final class ArmCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "<minutes>",
      defaultValue = "10",
      description = "For how long; by default ${DEFAULT-VALUE}.")
  private double minutes;

  @Override
  public Integer call() {
    if (!(minutes > 0 && minutes < 1e6)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes must be a number above 0, not " + minutes);
    }
    String armed = phase.checked();
    try (OperatorClient operator = bridge.operator()) {
      Duration duration = Duration.ofMillis((long) (minutes * 60_000));
      spec.commandLine().getOut().println(StateLine.of(operator.arm(armed, duration)));
    }
    return 0;
  }
}
