package org.tipwright.bridge.microscope;

/** What ends a bias spectroscopy early: one condition, or two combined. */
public final class SafetyConditions {

  /** What happens when the conditions are met. */
  public enum Action {
    /** Nothing. */
    OFF,
    /** The sweep turns round. */
    REVERSE,
    /** The sweep ends. */
    STOP
  }

  /** How the second condition goes with the first. */
  public enum Combination {
    /** It does not count. */
    OFF,
    /** Either. */
    OR,
    /** Both at once. */
    AND,
    /** The second one, once the first one has been met. */
    THEN
  }

  private Action action = Action.OFF;
  private Combination combination = Combination.OFF;
  private SpectroscopyGuard first = new SpectroscopyGuard(SignalTable.CURRENT, 1e-8, false);
  private SpectroscopyGuard second = new SpectroscopyGuard(SignalTable.CURRENT, 1e-8, false);
  private boolean firstWasMet;

  /** Sets the first condition; NaN, −1 and null keep what is set. */
  public void setFirst(
      Action whatHappens, double threshold, int signal, SignalComparison comparison) {
    first = changed(first, threshold, signal, comparison);
    action = whatHappens;
  }

  /** Sets the second condition; NaN, −1 and KEEP keep what is set. */
  public void setSecond(
      Combination how, double threshold, int signal, SignalComparison comparison) {
    second = changed(second, threshold, signal, comparison);
    combination = how;
  }

  private static SpectroscopyGuard changed(
      SpectroscopyGuard old, double threshold, int signal, SignalComparison comparison) {
    return new SpectroscopyGuard(
        signal == -1 ? old.signal() : SignalTable.checked(signal),
        Double.isNaN(threshold) ? old.threshold() : Ranges.finite("threshold", threshold),
        comparison == SignalComparison.KEEP ? old.below() : comparison == SignalComparison.LOWER);
  }

  /** What happens when the conditions are met. */
  public Action action() {
    return action;
  }

  /** How the second condition goes with the first. */
  public Combination combination() {
    return combination;
  }

  void restart() {
    firstWasMet = false;
  }

  /** What must happen after this step. */
  Action judge(SignalTable signals) {
    if (action == Action.OFF) {
      return Action.OFF;
    }
    boolean one = first.fires(signals);
    boolean two = second.fires(signals);
    boolean met =
        switch (combination) {
          case OFF -> one;
          case OR -> one || two;
          case AND -> one && two;
          case THEN -> firstWasMet && two;
        };
    firstWasMet |= one;
    return met ? action : Action.OFF;
  }
}
