package org.tipwright.bridge.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftBench;
import org.tipwright.env.lift.LiftSettings;

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

  /** The same molecules under the same noise, but this microscope's amplifier has a lower rail. */
  @Test
  void aMicroscopeMayHaveFaultsThatTheTrainingHasNot() throws InstrumentException {
    Config faulty =
        ConfigFactory.parseString("instrument { faults = on, preamplifier.rail-nanoampere = 4 }")
            .withFallback(Tasks.defaults("lift"))
            .resolve();
    try (SimulatedInstrument trained = new SimulatedInstrument(Tasks.defaults("lift"), 1);
        SimulatedInstrument microscope = new SimulatedInstrument(faulty, 1)) {
      Contact one = trained.approach();
      Contact other = microscope.approach();
      assertThat(other).isEqualTo(one);
      assertThat(trained.signals().currentNanoampere()).isGreaterThan(15);
      assertThat(microscope.signals().currentNanoampere()).isEqualTo(4);
    }
  }

  @Test
  void itsDescriptionTellsAllThatAReplayNeeds() throws Exception {
    Config faulty =
        ConfigFactory.parseString("instrument.faults = on")
            .withFallback(Tasks.defaults("lift"))
            .resolve();
    try (SimulatedInstrument microscope = new SimulatedInstrument(faulty, 5)) {
      microscope.approach();
      microscope.moveTip(new TipPosition(0.3, 0, 0.1), 1);
      microscope.moveTip(new TipPosition(0.3, 0.3, 0.2), 1);
      Signals measured = microscope.signals();
      InstrumentDescription.Simulation simulation =
          microscope.describe().simulation().orElseThrow();
      LiftBench bench =
          new LiftBench(LiftSettings.from(ConfigFactory.parseString(simulation.settings())));
      bench.restoreStreams(simulation.streams());
      bench.approach();
      bench.moveTip(0.3, 0, 0.1);
      bench.moveTip(0.3, 0.3, 0.2);
      assertThat(bench.currentNanoampere()).isEqualTo(measured.currentNanoampere());
      assertThat(bench.signals().frequencyShiftHertz()).isEqualTo(measured.frequencyShiftHertz());
    }
  }
}
