package org.tipwright.bridge.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.plan.Plan;
import org.tipwright.bridge.plan.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridge run}. */
@Command(
    name = "run",
    description = "Carry out a plan, a file with a step on each line; or only try it.")
final class RunCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();

  @Parameters(index = "0", paramLabel = "<plan>", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--dry-run",
      description = "Hold every step against the limits and move nothing; the bridge is unarmed.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  /** A plan that ends early leaves with its lease, and the bridge brings the tip up. */
  @Override
  public Integer call() {
    Plan plan;
    try {
      plan = Plan.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (BridgeClient client =
        new BridgeClient(bridge.address(), System.getProperty("user.name", "somebody"))) {
      client.acquireLease(dryRun, "plan " + file.getFileName());
      for (Step step : plan.steps()) {
        out.println(step.carryOut(client));
      }
    }
    out.println(
        dryRun
            ? plan.steps().size() + " steps, all within the limits; nothing was moved"
            : plan.steps().size() + " steps carried out");
    return 0;
  }
}
