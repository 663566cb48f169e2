package org.tipwright.env.lift;

import java.util.Map;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.instrument.InstrumentFaults;

/** The faults of a bench's instrument, with a random stream of their own. */
final class LiftFaults {

  private static final String STREAM = "instrument";
  private static final String STATE = "instrument-state";

  private final LiftInstrument settings;
  private final double dwellSeconds;
  private final RandomStream stream;
  private final InstrumentFaults instrument;

  LiftFaults(LiftSettings settings, long seed) {
    this.settings = settings.instrument();
    this.dwellSeconds = settings.sample().dwellSeconds();
    this.stream = new RandomStream(seed, STREAM);
    this.instrument = new InstrumentFaults(this.settings.faults(), stream);
  }

  /**
   * Comes down, waits, calls the place zero, as one does with a contact, and stays for one dwell.
   * What is left of the approach's creep goes on.
   */
  void makeContact() {
    instrument.settle(0, 0, settings.approachAngstrom());
    instrument.moveTo(0, 0, 0, settings.settlingSeconds());
    instrument.callThisTheCommandedPlace();
    moveTo(0, 0, 0);
  }

  /** Goes to a commanded position in Å and stays for one dwell. */
  void moveTo(double xAngstrom, double yAngstrom, double zAngstrom) {
    instrument.moveTo(xAngstrom, yAngstrom, zAngstrom, dwellSeconds);
  }

  double tipX() {
    return instrument.tipX();
  }

  double tipY() {
    return instrument.tipY();
  }

  double tipZ() {
    return instrument.tipZ();
  }

  double readNanoampere(double trueNanoampere) {
    return instrument.readNanoampere(trueNanoampere);
  }

  void save(Map<String, byte[]> entries) {
    entries.put(STREAM, stream.save());
    entries.put(STATE, instrument.save());
  }

  void restore(StreamsState state) {
    stream.restore(state.get(STREAM));
    instrument.restore(state.get(STATE));
  }
}
