package org.tipwright.bridge.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.safety.SafetyEvent;

/**
 * Which records of a log are wanted.
 *
 * @param fromNumber the first; 0 for all
 * @param sinceMicros none before this wall time, in µs since 1970; 0 for all
 * @param kinds {@code opened}, {@code closed}, {@code frame}, {@code decision}, or kinds of
 *     decisions such as {@code TRIPPED}, in any case of letters; none for all
 * @param limit at most so many; 0 for all
 */
public record AuditSelection(long fromNumber, long sinceMicros, Set<String> kinds, long limit) {

  /** Everything. */
  public static final AuditSelection ALL = new AuditSelection(0, 0, Set.of(), 0);

  private static final Set<String> RECORDS = Set.of("OPENED", "CLOSED", "FRAME", "DECISION");

  /** Whether there is such a kind, in any case of letters. */
  public static boolean isKind(String kind) {
    String name = kind.toUpperCase(Locale.ROOT);
    return RECORDS.contains(name)
        || Arrays.stream(SafetyEvent.Kind.values()).anyMatch(k -> k.name().equals(name));
  }

  /** Whether a record is one of them; the limit aside. */
  boolean has(AuditRecord record) {
    return record.getNumber() >= fromNumber
        && record.getWallTimeUs() >= sinceMicros
        && (kinds.isEmpty() || kinds.stream().anyMatch(kind -> is(record, kind)));
  }

  private static boolean is(AuditRecord record, String kind) {
    return kind.equalsIgnoreCase(record.getKindCase().name())
        || (record.hasDecision()
            && record.getDecision().getKind().equals(kind.toUpperCase(Locale.ROOT)));
  }
}
