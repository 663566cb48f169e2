package org.tipwright.runs.config;

import org.jspecify.annotations.Nullable;

/** Makes one sentence of what a library says. */
public final class Sentences {

  private Sentences() {}

  /** The first line of a message, without its full stop; never empty. */
  public static String of(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return "no reason was given";
    }
    String first = message.strip().lines().findFirst().orElseThrow().strip();
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** What a throwable says, or its kind where it says nothing. */
  public static String of(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : of(message);
  }
}
