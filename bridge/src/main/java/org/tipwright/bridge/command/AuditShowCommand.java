package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditRecords;
import org.tipwright.bridge.audit.AuditSelection;
import org.tipwright.bridge.audit.v1.AuditQuery;
import org.tipwright.bridge.client.AuditClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridge audit show}. */
@Command(
    name = "show",
    description = {
      "Print records of an audit log, one a line, oldest first.",
      "",
      "Of a file or folder if one is given, otherwise of a running bridge.",
      ""
    })
final class AuditShowCommand implements Callable<Integer> {

  @Mixin private final BridgeOption bridge = new BridgeOption();

  @Parameters(
      paramLabel = "<path>",
      arity = "0..1",
      description = "A file of the log, or its folder.")
  private @Nullable Path path;

  @Option(
      names = "--since",
      paramLabel = "<when>",
      description =
          "None before: 2026-11-21T15:00 (this machine's time), the same with a Z for UTC, or so"
              + " long ago as PT30M.")
  private @Nullable String since;

  @Option(
      names = "--kind",
      paramLabel = "<kind>",
      split = ",",
      description =
          "opened, closed, frame, decision, or a kind of decision: lease, state, allowed, refused,"
              + " tripped, withdrawn, withdrawal_failed; repeatable.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "At most so many; 0, the default, for all.")
  private long limit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    long sinceMicros = since == null ? 0 : micros(since);
    for (String kind : kinds) {
      if (!AuditSelection.isKind(kind)) {
        throw wrong("there is no kind of record '" + kind + "'; --help lists them");
      }
    }
    if (path == null) {
      AuditQuery query =
          AuditQuery.newBuilder()
              .setSinceUs(sinceMicros)
              .addAllKinds(kinds)
              .setLimit(Math.max(0, limit))
              .build();
      try (AuditClient client = new AuditClient(bridge.address())) {
        client.read(query, record -> out.println(AuditLine.of(record)));
      }
      return 0;
    }
    if (!Files.exists(path)) {
      throw wrong("there is nothing at " + path);
    }
    try (AuditRecords records =
        AuditRecords.of(
            path, new AuditSelection(0, sinceMicros, Set.copyOf(kinds), Math.max(0, limit)))) {
      records.forEach(record -> out.println(AuditLine.of(record)));
    } catch (AuditDamage damage) {
      throw new IllegalStateException(damage.getMessage(), damage);
    } catch (IllegalArgumentException none) {
      throw wrong(String.valueOf(none.getMessage()));
    }
    return 0;
  }

  private long micros(String when) {
    Instant instant;
    try {
      if (when.startsWith("P")) {
        instant = Instant.now().minus(Duration.parse(when));
      } else if (when.endsWith("Z")) {
        instant = Instant.parse(when);
      } else {
        instant = LocalDateTime.parse(when).atZone(ZoneId.systemDefault()).toInstant();
      }
    } catch (DateTimeException unreadable) {
      throw wrong(
          "--since " + when + " is no time; write 2026-11-21T15:00, 2026-11-21T14:00:00Z or PT30M");
    }
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
