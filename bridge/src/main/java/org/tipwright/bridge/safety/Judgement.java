package org.tipwright.bridge.safety;

import java.util.Optional;

/**
 * Whether a command may be carried out.
 *
 * @param kind why not; empty if it may
 * @param text what it would do, or the reason why it may not
 */
public record Judgement(Optional<Refusal.Kind> kind, String text) {

  /** It may; the text says what it does. */
  public static Judgement allowed(String plan) {
    return new Judgement(Optional.empty(), plan);
  }

  /** It may not. */
  public static Judgement refused(Refusal.Kind kind, String reason) {
    return new Judgement(Optional.of(kind), reason);
  }

  /** Refused for a limit if there is a reason, allowed otherwise. */
  static Judgement of(Optional<String> beyond, String plan) {
    return beyond.map(reason -> refused(Refusal.Kind.LIMIT, reason)).orElse(allowed(plan));
  }
}
