package org.tipwright.bridge.console;

import java.util.Locale;
import org.tipwright.bridge.v1.Limit;

/** A value between its limits, as a bar. */
final class LimitBar {

  private static final int CELLS = 24;
  private static final double NEAR = 0.8;

  private LimitBar() {}

  /**
   * A line such as {@code "height ▕█████···▏ 4.20 of -0.30 … 20.00 Å"}.
   *
   * @param value in the limit's unit
   * @param factor from that unit to the one shown
   * @param unit the one shown
   */
  static PageLine of(Limit limit, double value, double factor, String unit) {
    String name = (limit.getPhase() + " " + limit.getName()).strip();
    double low = limit.hasLow() ? limit.getLow() : 0;
    if (!limit.hasHigh()) {
      return PageLine.plain(
          String.format(Locale.ROOT, " %-24s %.2f %s", name, value * factor, unit));
    }
    double share = (value - low) / (limit.getHigh() - low);
    int filled =
        Double.isNaN(share) ? 0 : (int) Math.round(Math.max(0, Math.min(1, share)) * CELLS);
    String bar = "█".repeat(filled) + "·".repeat(CELLS - filled);
    String text =
        String.format(
            Locale.ROOT,
            " %-24s▕%s▏%8s of %s … %s %s",
            name,
            bar,
            number(value * factor),
            number(low * factor),
            number(limit.getHigh() * factor),
            unit);
    return new PageLine(text, tone(share));
  }

  private static Tone tone(double share) {
    if (Double.isNaN(share)) {
      return Tone.FAINT;
    }
    return share < 0 || share > 1 ? Tone.ALARM : share > NEAR ? Tone.WARNING : Tone.PLAIN;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.2f", value);
  }
}
