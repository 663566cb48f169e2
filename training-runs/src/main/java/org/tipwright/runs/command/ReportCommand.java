package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tipwright.runs.report.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report}: writes the page about a run. */
@Command(
    name = "report",
    description = "Write one self-contained HTML page: settings, curves, table, a drawn lift.")
final class ReportCommand implements Callable<Integer> {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<run>", description = "Name or folder of a run, or 'latest'.")
  private String run;

  @Override
  public Integer call() throws IOException {
    RunReport report = RunReport.write(ChosenRun.find(tipwright.home(), run));
    report.complaint().ifPresent(tipwright.messages());
    PrintWriter out = spec.commandLine().getOut();
    out.println(report.page());
    out.flush();
    return 0;
  }
}
