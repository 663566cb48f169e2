package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.directory.SafeFile;
import org.tipwright.runs.validation.CheckResult;
import org.tipwright.runs.validation.Checks;
import org.tipwright.runs.validation.Finding;
import org.tipwright.runs.validation.FindingText;
import org.tipwright.runs.validation.ValidationPage;
import org.tipwright.runs.validation.ValidationPlot;
import org.tipwright.runs.validation.ValidationPlots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics validate}: every check, as a table and as a page. */
@Command(
    name = "validate",
    description = {
      "Hold the engines against known numbers; exit code 1 if one that is judged does not hold.",
      "",
      "With --out, writes the page validation.md and its figures, as docs/validation.md is written.",
      ""
    })
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand private PhysicsCommand physics;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      description = "Folder for validation.md and the figures in validation/.")
  private @Nullable Path out;

  @Option(
      names = "--quick",
      description = "Few tips and paths for the corridor, as in every build: seconds, not minutes.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, NotConverged {
    @Nullable Path folder = out == null ? null : FigureFolder.made(out);
    @Nullable Path figures =
        folder == null ? null : FigureFolder.made(folder.resolve("validation"));
    List<CheckResult> results = CheckResult.of(quick ? Checks.all() : Checks.full());
    PrintWriter print = spec.commandLine().getOut();
    results.forEach(result -> print(print, result));
    List<Finding> failed = CheckResult.failed(results);
    long judged = CheckResult.judged(results);
    print.println(judged - failed.size() + " of " + judged + " judged numbers hold");
    print.flush();
    if (folder != null && figures != null) {
      List<ValidationPlot> plots = ValidationPlots.all();
      for (ValidationPlot plot : plots) {
        plot.drawing().write(figures.resolve(plot.file()));
      }
      Path page = folder.resolve("validation.md");
      SafeFile.write(page, ValidationPage.text(results, plots).getBytes(StandardCharsets.UTF_8));
      print.println(page);
      print.flush();
    }
    return failed.isEmpty() ? 0 : Refusals.FAILED;
  }

  private static void print(PrintWriter print, CheckResult result) {
    print.println(result.check().name() + "  [" + result.check().source() + "]");
    for (Finding finding : result.findings()) {
      print.printf(
          Locale.ROOT,
          "  %-8s  expected %s ± %s, got %s: %s%n",
          FindingText.verdict(finding),
          FindingText.number(finding.expected()),
          FindingText.withUnit(finding.tolerance(), finding),
          FindingText.withUnit(finding.got(), finding),
          finding.quantity());
      if (!finding.remark().isEmpty()) {
        print.println("            " + finding.remark());
      }
    }
  }
}
