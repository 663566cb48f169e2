package org.tipwright.bridge.command;

import com.typesafe.config.Config;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.SimulatedInstrument;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.safety.LimitProfile;

/** Which instrument a bridge serves, with everything that is needed to open it. */
sealed interface InstrumentChoice {

  /** What it is called on the command line and in file names. */
  String name();

  /**
   * Whether its settings and the limits agree.
   *
   * @throws IllegalArgumentException if not, in one sentence
   */
  void check(LimitProfile profile);

  /** Whether it goes on, with its tip where it is, when the bridge dies. */
  boolean outlivesTheBridge();

  /** Opens it; nothing is moved or set. */
  Instrument open() throws InstrumentException;

  /**
   * Physics in this process.
   *
   * @param settings complete settings of the lift task
   * @param seed of everything that is drawn
   */
  record Simulated(Config settings, long seed) implements InstrumentChoice {

    @Override
    public String name() {
      return "sim";
    }

    @Override
    public void check(LimitProfile profile) {}

    @Override
    public boolean outlivesTheBridge() {
      return false;
    }

    @Override
    public Instrument open() {
      return new SimulatedInstrument(settings, seed);
    }
  }

  /** An instrument that speaks the Nanonis TCP protocol. */
  record Nanonis(DriverSettings settings) implements InstrumentChoice {

    @Override
    public String name() {
      return "nanonis";
    }

    @Override
    public void check(LimitProfile profile) {
      NanonisLimits.check(settings, profile);
    }

    @Override
    public boolean outlivesTheBridge() {
      return true;
    }

    @Override
    public NanonisInstrument open() throws InstrumentException {
      return NanonisInstrument.connect(settings);
    }
  }
}
