package org.tipwright.runs.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.runs.doctor.Doctor;
import org.tipwright.runs.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}: says whether this machine is fit for runs, and what to mend. */
@Command(
    name = "doctor",
    description = "Look whether this machine is fit: each line ok, or what to do.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor(tipwright.home().runs()).examine();
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.printf("%-5s %-13s %s%n", finding.ok() ? "ok" : "MEND", finding.what(), finding.text());
    }
    out.flush();
    return findings.stream().allMatch(Finding::ok) ? 0 : Refusals.FAILED;
  }
}
