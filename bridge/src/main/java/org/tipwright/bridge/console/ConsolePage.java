package org.tipwright.bridge.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.Limit;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.Signals;
import org.tipwright.bridge.v1.StateReport;

/**
 * The page as lines of text. The state and what is wrong stand on top; where there is little room
 * the oldest events go first.
 */
public final class ConsolePage {

  /** What the keys do. */
  static final String KEYS = " a arm   d disarm   s STOP   r reset   v void attempt   q leave";

  private ConsolePage() {}

  /** As many lines as there are rows, none wider than the columns. */
  public static List<PageLine> draw(Picture picture, int columns, int rows) {
    List<PageLine> top = new ArrayList<>();
    top.add(new PageLine(title(picture), Tone.FAINT));
    top.add(state(picture));
    top.add(alarm(picture));
    picture.report().ifPresent(report -> values(picture, report, top));
    List<PageLine> bottom =
        List.of(
            new PageLine(" " + picture.question(), Tone.WARNING), new PageLine(KEYS, Tone.FAINT));
    List<PageLine> page = new ArrayList<>(top);
    page.add(PageLine.plain(""));
    int room = Math.max(0, rows - page.size() - bottom.size());
    List<String> events = picture.events();
    for (int i = Math.max(0, events.size() - room); i < events.size(); i++) {
      page.add(PageLine.plain(" " + events.get(i)));
    }
    while (page.size() < rows - bottom.size()) {
      page.add(PageLine.plain(""));
    }
    List<PageLine> shown =
        new ArrayList<>(page.subList(0, Math.max(0, Math.min(page.size(), rows - bottom.size()))));
    shown.addAll(bottom);
    return shown.stream().map(line -> cut(line, columns)).toList();
  }

  private static PageLine cut(PageLine line, int columns) {
    String text = line.text();
    return text.length() <= columns
        ? line
        : new PageLine(text.substring(0, columns - 1) + "…", line.tone());
  }

  private static String title(Picture picture) {
    String instrument =
        picture
            .description()
            .map(d -> "  " + d.getName() + " (" + d.getDriver() + ")  profile " + d.getProfile())
            .orElse("");
    return " tipwright " + picture.bridge() + instrument;
  }

  private static PageLine state(Picture picture) {
    if (picture.report().isEmpty()) {
      return new PageLine(" NOT CONNECTED", Tone.ALARM);
    }
    StateReport report = picture.report().get();
    StringBuilder text = new StringBuilder(" ").append(report.getState().name());
    if (report.getState() == SafetyState.ARMED) {
      text.append(
          String.format(
              Locale.ROOT, " %s for %.1f min", report.getPhase(), report.getArmedForS() / 60));
    }
    text.append(report.getEngaged() ? "   tip may be in contact" : "   tip withdrawn");
    text.append(
        report.getLeaseHolder().isEmpty()
            ? "   nobody commands"
            : "   commanded by '" + report.getLeaseHolder() + "'");
    if (report.getAttempt() > 0) {
      text.append("   attempt ").append(report.getAttempt());
      text.append(report.getAttemptVoid() ? ", void" : "");
    }
    return new PageLine(text.toString(), tone(report.getState()));
  }

  private static Tone tone(SafetyState state) {
    return switch (state) {
      case READ_ONLY, DRY_RUN -> Tone.GOOD;
      case ARMED -> Tone.WARNING;
      default -> Tone.ALARM;
    };
  }

  /** What must not be missed, or an empty line. */
  static PageLine alarm(Picture picture) {
    if (picture.report().isPresent() && picture.lost()) {
      return new PageLine(
          String.format(
              Locale.ROOT,
              " NO WORD FROM THE BRIDGE for %.0f s: what stands here is old; look at the tip",
              picture.silentSeconds()),
          Tone.ALARM);
    }
    StateReport report = picture.report().orElse(StateReport.getDefaultInstance());
    if (report.getState() == SafetyState.TRIPPED) {
      String tip = report.getEngaged() ? "TIP NOT KNOWN TO BE UP: " : "";
      return new PageLine(" " + tip + report.getTripReason(), Tone.ALARM);
    }
    return PageLine.plain("");
  }

  private static void values(Picture picture, StateReport report, List<PageLine> lines) {
    Description description = picture.description().orElse(Description.getDefaultInstance());
    Signals signals = report.getSignals();
    Position position = report.getPosition();
    boolean measured = report.hasSignals();
    double unknown = Double.NaN;
    String phase = report.getPhase().isEmpty() ? Phase.LIFT.key() : report.getPhase();
    bar(description, phase, "bias", measured ? Math.abs(signals.getBiasV()) : unknown, 1e3, "mV")
        .ifPresent(lines::add);
    bar(
            description,
            phase,
            "current trip",
            measured ? Math.abs(signals.getCurrentA()) : unknown,
            1e9,
            "nA")
        .ifPresent(lines::add);
    boolean placed = report.hasPosition();
    bar(description, phase, "height", placed ? position.getZM() : unknown, 1e10, "Å")
        .ifPresent(lines::add);
    double lateral = Math.hypot(position.getXM(), position.getYM());
    bar(description, phase, "lateral position", placed ? lateral : unknown, 1e10, "Å")
        .ifPresent(lines::add);
    bar(description, "", "arming time", report.getArmedForS(), 1 / 60.0, "min")
        .ifPresent(lines::add);
    if (measured) {
      lines.add(PageLine.plain(conductance(signals)));
    }
  }

  private static String conductance(Signals signals) {
    String shift =
        signals.hasFrequencyShiftHz()
            ? String.format(
                Locale.ROOT, "   frequency shift %.2f Hz", signals.getFrequencyShiftHz())
            : "";
    return String.format(
            Locale.ROOT, " log10 conductance / 1 nS  %.3f", signals.getLog10ConductanceMean())
        + shift;
  }

  private static Optional<PageLine> bar(
      Description description,
      String phase,
      String name,
      double value,
      double factor,
      String unit) {
    for (Limit limit : description.getLimitsList()) {
      if (limit.getPhase().equals(phase) && limit.getName().equals(name)) {
        return Optional.of(LimitBar.of(limit, value, factor, unit));
      }
    }
    return Optional.empty();
  }
}
