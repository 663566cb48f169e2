package org.tipwright.bridge.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * What is to be done, step by step. A file has a line for each, in Å from contact and mV; what
 * follows a {@code #} is for people:
 *
 * <pre>
 * approach
 * set-bias 3
 * move-tip 0 0 0.3
 * line-to 9.9 0 14    # as moves of at most 0.3 Å
 * withdraw
 * check-tip
 * scan-site
 * </pre>
 *
 * @param steps in their order
 */
public record Plan(List<Step> steps) {

  private static final double LINE_STEP_ANGSTROM = 0.3;
  private static final String VERBS =
      "approach, move-tip x y z, line-to x y z, set-bias mV, withdraw, check-tip or scan-site";

  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read or a line is no step, in one sentence
   */
  public static Plan read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the plan " + file + " cannot be read", unreadable);
    }
    List<Step> steps = new ArrayList<>();
    TipPosition at = TipPosition.CONTACT;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        try {
          at = add(steps, line.split("\\s+"), at);
        } catch (IllegalArgumentException wrong) {
          throw new IllegalArgumentException(
              file + " line " + (i + 1) + ": '" + line + "' is no step; write " + VERBS, wrong);
        }
      }
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("the plan " + file + " has no step; write " + VERBS);
    }
    return new Plan(steps);
  }

  /** Adds what a line says; answers with where the tip is then. */
  private static TipPosition add(List<Step> steps, String[] words, TipPosition at) {
    switch (words[0]) {
      case "approach" -> {
        steps.add(new Step.Approach());
        requireNumbers(words, 0);
        return TipPosition.CONTACT;
      }
      case "move-tip" -> {
        TipPosition to = position(words);
        steps.add(new Step.MoveTip(to));
        return to;
      }
      case "line-to" -> {
        TipPosition to = position(words);
        line(steps, at, to);
        return to;
      }
      case "set-bias" -> {
        requireNumbers(words, 1);
        steps.add(new Step.SetBias(number(words[1]) / 1000));
      }
      case "withdraw" -> steps.add(withoutNumbers(words, new Step.Withdraw()));
      case "check-tip" -> steps.add(withoutNumbers(words, new Step.CheckTip()));
      case "scan-site" -> steps.add(withoutNumbers(words, new Step.ScanSite()));
      default -> throw new IllegalArgumentException(words[0]);
    }
    return at;
  }

  private static void line(List<Step> steps, TipPosition from, TipPosition to) {
    int moves = Math.max(1, (int) Math.ceil(from.distanceAngstrom(to) / LINE_STEP_ANGSTROM));
    for (int i = 1; i <= moves; i++) {
      double share = (double) i / moves;
      steps.add(
          new Step.MoveTip(
              new TipPosition(
                  from.xAngstrom() + share * (to.xAngstrom() - from.xAngstrom()),
                  from.yAngstrom() + share * (to.yAngstrom() - from.yAngstrom()),
                  from.zAngstrom() + share * (to.zAngstrom() - from.zAngstrom()))));
    }
  }

  private static Step withoutNumbers(String[] words, Step step) {
    requireNumbers(words, 0);
    return step;
  }

  private static TipPosition position(String[] words) {
    requireNumbers(words, 3);
    return new TipPosition(number(words[1]), number(words[2]), number(words[3]));
  }

  private static void requireNumbers(String[] words, int count) {
    if (words.length != count + 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d numbers, not %d", count, words.length - 1));
    }
  }

  private static double number(String word) {
    double number = Double.parseDouble(word);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(word);
    }
    return number;
  }
}
