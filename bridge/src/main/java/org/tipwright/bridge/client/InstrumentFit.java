package org.tipwright.bridge.client;

import java.util.Locale;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.Limit;
import org.tipwright.bridge.wire.SiUnits;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.lift.LiftSettings;

/** Whether an instrument can do and measure what a lift policy needs. */
final class InstrumentFit {

  private static final String[] VERBS = {"Approach", "MoveTip", "Withdraw", "CheckTip", "ScanSite"};

  private InstrumentFit() {}

  /** Throws with the first difference, in one sentence. */
  static void check(Description instrument, LiftSettings policy, ObservationSpec spec) {
    for (String verb : VERBS) {
      if (!instrument.getCapabilitiesList().contains(verb)) {
        throw new IllegalArgumentException(
            "a lift needs " + verb + ", which instrument '" + instrument.getName() + "' cannot do");
      }
    }
    checkSignal(instrument, "current", policy.observation().current(), spec);
    checkSignal(instrument, "frequency-shift", policy.observation().frequencyShift(), spec);
    double step =
        Math.sqrt(
            LiftMove.LATERAL_ANGSTROM * LiftMove.LATERAL_ANGSTROM
                + LiftMove.VERTICAL_ANGSTROM * LiftMove.VERTICAL_ANGSTROM);
    checkLimit(instrument, "step", step);
    checkLimit(instrument, "height", policy.steps() * LiftMove.VERTICAL_ANGSTROM);
  }

  private static void checkSignal(
      Description instrument, String signal, boolean needed, ObservationSpec spec) {
    if (needed && !instrument.getSignalsList().contains(signal)) {
      throw new IllegalArgumentException(
          "the policy expects "
              + spec.size()
              + " observations with the "
              + signal.replace('-', ' ')
              + ", but instrument '"
              + instrument.getName()
              + "' measures only "
              + String.join(", ", instrument.getSignalsList())
              + "; retrain with observation."
              + signal
              + "=off");
    }
  }

  private static void checkLimit(Description instrument, String name, double needed) {
    for (Limit limit : instrument.getLimitsList()) {
      if (limit.getPhase().equals("lift")
          && limit.getName().equals(name)
          && limit.hasHigh()
          && needed > SiUnits.angstrom(limit.getHigh()) + 1e-9) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the policy needs a %s of %.3f Å, but instrument '%s' allows %.3f Å (%s)",
                name,
                needed,
                instrument.getName(),
                SiUnits.angstrom(limit.getHigh()),
                limit.getWhere()));
      }
    }
  }
}
