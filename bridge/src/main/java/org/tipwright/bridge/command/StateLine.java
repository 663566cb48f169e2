package org.tipwright.bridge.command;

import java.util.Locale;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** The state of a bridge in one line. */
final class StateLine {

  private StateLine() {}

  static String of(StateReport report) {
    StringBuilder line = new StringBuilder(report.getState().name());
    if (report.getState() == SafetyState.ARMED) {
      line.append(
          String.format(
              Locale.ROOT,
              " for %.1f min, phase %s",
              report.getArmedForS() / 60,
              report.getPhase()));
    }
    if (!report.getTripReason().isEmpty()) {
      line.append(" (").append(report.getTripReason()).append(')');
    }
    line.append(report.getEngaged() ? ", the tip may be in contact" : ", the tip is withdrawn");
    if (!report.getLeaseHolder().isEmpty()) {
      line.append(", commanded by '").append(report.getLeaseHolder()).append('\'');
    }
    if (report.getAttemptVoid()) {
      line.append(", attempt ").append(report.getAttempt()).append(" void");
    }
    return line.toString();
  }
}
