package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditHead;
import org.tipwright.bridge.audit.AuditVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridge audit verify}. */
@Command(
    name = "verify",
    description = {
      "Look at every byte of an audit log, and name the first that is not as it was written.",
      "",
      "Changed, removed, inserted and moved records are found by the chain; records removed from"
          + " the very end by the head that the folder keeps, or, if that was changed as well, by"
          + " one that was noted elsewhere and is given with --head.",
      ""
    })
final class AuditVerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<path>", description = "A file of the log, or its folder.")
  private Path path;

  @Option(
      names = "--head",
      paramLabel = "<number:hash>",
      description = "A head of the log that was noted before.")
  private @Nullable String head;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.exists(path)) {
      throw wrong("there is nothing at " + path, null);
    }
    try {
      AuditVerification found =
          AuditVerification.of(path, head == null ? List.of() : List.of(AuditHead.parse(head)));
      out.println(
          found.records()
              + (found.records() == 1 ? " record in " : " records in ")
              + found.files()
              + (found.files() == 1 ? " file" : " files")
              + (found.records() == 1 ? " is as it was written" : " are as they were written"));
      if (found.tornBytes() > 0) {
        out.println(
            "the last record was not written to its end ("
                + found.tornBytes()
                + " bytes): a crash, or a loss of power, or it is being written now");
      } else if (!found.closed()) {
        out.println("the log was not ended: its bridge is running, or was killed");
      }
      out.println("head " + found.head() + "; noted elsewhere, it shows if the end is removed");
      return 0;
    } catch (AuditDamage damage) {
      throw new IllegalStateException(damage.getMessage(), damage);
    } catch (IllegalArgumentException unfit) {
      throw wrong(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private ParameterException wrong(String sentence, @Nullable Throwable cause) {
    return new ParameterException(spec.commandLine(), sentence, cause);
  }
}
