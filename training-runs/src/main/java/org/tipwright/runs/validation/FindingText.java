package org.tipwright.runs.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers and verdicts of findings are written. */
public final class FindingText {

  private static final int DIGITS = 4;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e6;

  private FindingText() {}

  /** A number with four digits, in powers of ten where it is very small or large. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "none" : value > 0 ? "∞" : "−∞";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    double size = Math.abs(value);
    boolean plain = value == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
    if (plain) {
      return rounded.toPlainString().replace('-', '−');
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa.replace('-', '−') + "e" + exponent;
  }

  /** Whether it holds, where that is judged. */
  public static String verdict(Finding finding) {
    if (!finding.judged()) {
      return "reported";
    }
    return finding.holds() ? "holds" : "FAILS";
  }

  /** A number with its unit; ratios have none. */
  public static String withUnit(double value, Finding finding) {
    return number(value) + (finding.unit().equals("1") ? "" : " " + finding.unit());
  }
}
