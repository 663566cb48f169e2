package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.v1.CommandReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bridge scan}. */
@Command(
    name = "scan",
    description = "Take an image at constant current, as an armed bridge's limits allow it.")
final class ScanCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();

  @Option(names = "--x", paramLabel = "<nm>", required = true, description = "Centre, in nm.")
  private double x;

  @Option(names = "--y", paramLabel = "<nm>", required = true, description = "Centre, in nm.")
  private double y;

  @Option(
      names = "--size",
      paramLabel = "<nm>",
      defaultValue = "5",
      description = "Edge of the square, in nm; by default ${DEFAULT-VALUE}.")
  private double size;

  @Option(
      names = "--pixels",
      paramLabel = "<n>",
      defaultValue = "64",
      description = "Lines, and heights in each; by default ${DEFAULT-VALUE}.")
  private int pixels;

  @Option(
      names = "--speed",
      paramLabel = "<nm/s>",
      defaultValue = "20",
      description = "Of the tip along a line, in nm/s; by default ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--bias",
      paramLabel = "<mV>",
      defaultValue = "50",
      description = "In mV; by default ${DEFAULT-VALUE}.")
  private double bias;

  @Option(
      names = "--setpoint",
      paramLabel = "<pA>",
      defaultValue = "20",
      description = "In pA; by default ${DEFAULT-VALUE}.")
  private double setpoint;

  @Option(
      names = "--out",
      paramLabel = "<file>",
      required = true,
      description = "Heights in Å as CSV, a line for each line of the scan, the lowest first.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Hold it against the limits and move nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ScanFrame frame =
        new ScanFrame(
            10 * x, 10 * y, 10 * size, pixels, pixels, 10 * speed, bias / 1000, setpoint / 1000);
    List<String> lines = new ArrayList<>();
    CommandReply reply;
    try (BridgeClient client =
        new BridgeClient(bridge.address(), System.getProperty("user.name", "somebody"))) {
      client.acquireLease(dryRun, "scan");
      reply = client.scan(frame, row -> lines.add(line(row)));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!reply.getExecuted()) {
      out.println("would " + reply.getPlan());
      return 0;
    }
    Files.write(file, lines);
    out.println(reply.getPlan() + " -> " + file);
    return 0;
  }

  private static String line(ScanRow row) {
    return Arrays.stream(row.heightAngstrom())
        .mapToObj(height -> String.format(Locale.ROOT, "%.4f", height))
        .collect(Collectors.joining(","));
  }
}
