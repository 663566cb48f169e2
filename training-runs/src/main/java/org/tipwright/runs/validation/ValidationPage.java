package org.tipwright.runs.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that shows every check, in Markdown: the same text each time, free of dates. */
public final class ValidationPage {

  private static final String CHOICES = "modelling-choices.md";

  private ValidationPage() {}

  /**
   * The whole page.
   *
   * @param results of every check
   * @param plots what is shown below the tables
   */
  public static String text(List<CheckResult> results, List<ValidationPlot> plots) {
    StringBuilder page = new StringBuilder();
    page.append("# Validation\n\n")
        .append(
            "The simulation held against what is known. This page is written by one command,\n\n")
        .append("```\n./tipwright physics validate --out docs\n```\n\n")
        .append("which runs the engines that training uses; nothing in it was put in by hand, ")
        .append(
            "and `mvn verify` asserts the same numbers (`PhysicsValidationTest`), those of the ")
        .append("corridor on fewer tips and paths. A number ")
        .append("*holds* if it differs from the expected one by no more than the tolerance. ")
        .append("*Reported* numbers are not judged; the remark says why.\n\n")
        .append(summary(results))
        .append("\n");
    for (CheckResult result : results) {
      append(page, result);
    }
    page.append("## What it looks like\n\n");
    for (ValidationPlot plot : plots) {
      page.append("![").append(plot.caption()).append("](validation/").append(plot.file());
      page.append(")\n\n*").append(plot.caption()).append("* Drawn by `./tipwright ");
      page.append(plot.command()).append("`.\n\n");
    }
    return page.append(choices()).toString();
  }

  private static String summary(List<CheckResult> results) {
    long judged = CheckResult.judged(results);
    int failed = CheckResult.failed(results).size();
    return "Of " + judged + " judged numbers, " + (judged - failed) + " hold.\n";
  }

  private static void append(StringBuilder page, CheckResult result) {
    page.append("## ").append(result.check().name()).append("\n\n");
    page.append("Source: ").append(result.check().source()).append("\n\n");
    page.append("| quantity | expected | tolerance | got | | remark |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (Finding finding : result.findings()) {
      page.append("| ").append(cell(finding.quantity()));
      page.append(" | ").append(FindingText.withUnit(finding.expected(), finding));
      page.append(" | ").append(FindingText.number(finding.tolerance()));
      page.append(" | ").append(FindingText.withUnit(finding.got(), finding));
      page.append(" | ").append(FindingText.verdict(finding));
      page.append(" | ").append(cell(finding.remark())).append(" |\n");
    }
    page.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** What is put in and not predicted: the closing section. */
  private static String choices() {
    try (InputStream in = ValidationPage.class.getResourceAsStream(CHOICES)) {
      if (in == null) {
        throw new IllegalStateException(CHOICES + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
