package org.tipwright.bridge.command;

import org.tipwright.bridge.safety.Phase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator arms for. */
final class PhaseOption {

  @Option(
      names = "--phase",
      paramLabel = "<phase>",
      defaultValue = "lift",
      description =
          "What to arm for: scan, approach, lift, carry, put-down, drag, retreat or"
              + " tip-preparation. Its limits hold, and of a script's commands only its own are let"
              + " through; by default ${DEFAULT-VALUE}, an agent's whole work.")
  private String phase;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  String checked() {
    if (Phase.named(phase).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--phase is one of " + Phase.names() + ", not '" + phase + "'");
    }
    return phase;
  }
}
