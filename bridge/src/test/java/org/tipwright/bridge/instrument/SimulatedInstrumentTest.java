package org.tipwright.bridge.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.env.Tasks;

class SimulatedInstrumentTest {

  @Test
  void aBiasSetInContactIsMeasuredWhereTheTipIs() throws InstrumentException {
    try (SimulatedInstrument instrument = new SimulatedInstrument(Tasks.defaults("lift"), 1)) {
      instrument.setBias(0.002);
      assertThat(instrument.signals()).as("nothing to measure").isEqualTo(Signals.NONE);
      instrument.approach();
      Signals before = instrument.signals();
      instrument.setBias(0.004);
      Signals after = instrument.signals();
      assertThat(before.biasVolt()).isEqualTo(0.002);
      assertThat(after.biasVolt()).isEqualTo(0.004);
      assertThat(after.currentNanoampere() / before.currentNanoampere()).isEqualTo(2, within(0.5));
      assertThat(after.logConductanceMean()).isEqualTo(before.logConductanceMean(), within(0.2));
      assertThat(instrument.position()).isEqualTo(TipPosition.CONTACT);
    }
  }
}
