package org.tipwright.runs.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers beside the ticks of an axis. */
final class Labels {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Labels() {}

  /** As few digits as say the number, a true minus sign. */
  static String plain(double value) {
    BigDecimal rounded =
        new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString().replace('-', '−');
  }

  /** A power of ten, the exponent raised. */
  static String decade(double value) {
    int exponent = (int) Math.round(Math.log10(value));
    StringBuilder raised = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      raised.append(RAISED.charAt(digit - '0'));
    }
    return raised.toString();
  }
}
