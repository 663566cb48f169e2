package org.tipwright.runs.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known name nearest to a word: one that ends in {@code .word}, else the one with the fewest
   * edits (insert, delete, replace), the first of equals in alphabetical order.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted()
        .min(
            Comparator.comparing((String name) -> !name.endsWith("." + wanted))
                .thenComparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /** The end of a refusal: {@code "; did you mean 'nearest'?"}, or nothing if nothing is known. */
  public static String suggestion(String word, Collection<String> known) {
    return of(word, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /** Levenshtein's distance, with two rows of the table. */
  static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above[b.length()];
  }
}
