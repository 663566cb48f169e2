package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;

/** A supervisor with the shipped limits over an instrument that records; time stands still. */
abstract class SupervisedLift {

  final RecordingInstrument instrument = new RecordingInstrument();
  final ManualClock clock = new ManualClock();
  final List<SafetyEvent> events = new CopyOnWriteArrayList<>();
  final SafetySupervisor supervisor =
      new SafetySupervisor(instrument, LimitProfileReader.shipped(), clock, events::add);
  String lease = "";
  long sequence;

  Ticket next() {
    sequence++;
    return new Ticket(lease, sequence, () -> false);
  }

  void armed() throws Refusal {
    supervisor.arm("operator", 6000);
    lease = supervisor.acquireLease("agent", false);
  }

  void inContact() throws Refusal {
    armed();
    supervisor.approach(next());
  }

  static TipPosition up(double z) {
    return new TipPosition(0, 0, z);
  }

  static Refusal refusal(ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  void passes(double seconds) {
    clock.advance(seconds);
    supervisor.watch();
  }
}
