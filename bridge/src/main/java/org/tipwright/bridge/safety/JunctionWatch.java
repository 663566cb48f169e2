package org.tipwright.bridge.safety;

import java.util.Optional;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.JunctionReading;

/**
 * Looks at the current of a contact between commands as well as during them: while an agent thinks,
 * drift may carry the tip into the molecule. What is over a limit in so many readings in a row, as
 * the profile's {@code monitor.readings} has it, trips.
 */
final class JunctionWatch {

  private final Instrument instrument;
  private final LimitProfile profile;
  private final MonotonicClock clock;
  private final GuardedRules rules;

  JunctionWatch(
      Instrument instrument, LimitProfile profile, MonotonicClock clock, GuardedRules rules) {
    this.instrument = instrument;
    this.profile = profile;
    this.clock = clock;
    this.rules = rules;
  }

  /** Looks once, and again at once if something is wrong; may take long. */
  void look() throws InstrumentException {
    for (int reading = 1; rules.inContact(); reading++) {
      Optional<String> wrong = instrument.junction().flatMap(this::wrong);
      if (wrong.isEmpty()) {
        return;
      }
      if (reading >= profile.monitor().readings()) {
        rules.trip("watching the contact: " + wrong.get());
        return;
      }
    }
  }

  private Optional<String> wrong(JunctionReading now) {
    if (!Double.isFinite(now.currentNanoampere()) || !Double.isFinite(now.biasVolt())) {
      return Optional.of("the instrument gave no usable reading of current and bias");
    }
    rules.note(m -> m.measured(now.currentNanoampere(), clock.nanos()));
    return new LimitCheck(profile)
        .junction(now.currentNanoampere(), now.biasVolt(), profile.limits(Phase.LIFT));
  }
}
