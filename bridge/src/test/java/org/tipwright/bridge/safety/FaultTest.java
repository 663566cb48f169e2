package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipwright.bridge.instrument.RecordingInstrument;

/** Every fault withdraws the tip and latches until an operator resets. */
class FaultTest extends SupervisedLift {

  @Test
  void aCurrentAtTheTripWithdrawsAndLatches() throws Refusal {
    inContact();
    instrument.currentNanoampere = 80;
    Refusal refusal = refusal(() -> supervisor.moveTip(next(), up(0.1)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(refusal).hasMessageContaining("current of 80.0 nA is at or above the trip");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
  }

  @Test
  void anApproachThatFindsNothingLeavesTheBridgeArmedWithTheTipUp() throws Refusal {
    armed();
    instrument.noContact = "nothing held the tip within 3 Å";
    CommandResult result = supervisor.approach(next());
    assertThat(result.missed()).isEqualTo("nothing held the tip within 3 Å");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    assertThat(supervisor.state().engaged()).isFalse();
    assertThat(events)
        .extracting(SafetyEvent::text)
        .contains("Approach made no contact: nothing held the tip within 3 Å");
    instrument.noContact = "";
    assertThat(supervisor.approach(next()).missed()).isEmpty();
  }

  @Test
  void anApproachThatFindsNothingAndLeavesTheTipDownIsATrip() throws Refusal {
    armed();
    instrument.noContact = "nothing there";
    instrument.failingWithdrawals = 1;
    assertThat(refusal(() -> supervisor.approach(next())).kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aReadingAtTheRailOrNoneIsATrip() throws Refusal {
    for (double current : new double[] {100, -250, Double.NaN}) {
      inContact();
      instrument.currentNanoampere = current;
      refusal(() -> supervisor.moveTip(next(), up(0.1)));
      assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
      instrument.currentNanoampere = 20;
      sequence = 0;
      supervisor.reset("operator");
    }
  }

  @Test
  void aBiasThatLeadsToACurrentAtTheTripWithdrawsAndLatches() throws Refusal {
    inContact();
    instrument.currentNanoampere = 80;
    assertThat(refusal(() -> supervisor.setBias(next(), 0.004)))
        .hasMessageContaining("tripped at SetBias #2: current of 80.0 nA is at or above the trip");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
  }

  @Test
  void aBiasSetWithTheTipWithdrawnNeedsNoReading() throws Refusal {
    armed();
    instrument.currentNanoampere = Double.NaN;
    assertThat(supervisor.setBias(next(), 0.004).executed()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
  }

  /** Signals that may fail to be a number. */
  private enum Reading {
    LOG_CONDUCTANCE("log-conductance") {
      @Override
      void set(RecordingInstrument instrument, double value) {
        instrument.logConductanceMean = value;
      }
    },
    LOG_CONDUCTANCE_JUMP("log-conductance") {
      @Override
      void set(RecordingInstrument instrument, double value) {
        instrument.logConductanceJump = value;
      }
    },
    FREQUENCY_SHIFT("frequency shift") {
      @Override
      void set(RecordingInstrument instrument, double value) {
        instrument.frequencyShiftHertz = value;
      }
    };

    private final String called;

    Reading(String called) {
      this.called = called;
    }

    abstract void set(RecordingInstrument instrument, double value);
  }

  @ParameterizedTest
  @EnumSource
  void aDeclaredSignalThatIsNoNumberIsATrip(Reading reading) throws Refusal {
    instrument.declared = List.of("current", "frequency-shift");
    instrument.frequencyShiftHertz = -3;
    List<ThrowingCallable> commands =
        List.of(() -> supervisor.moveTip(next(), up(0.1)), () -> supervisor.setBias(next(), 0.004));
    for (ThrowingCallable command : commands) {
      for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
        sequence = 0;
        inContact();
        reading.set(instrument, bad);
        assertThat(refusal(command))
            .hasMessageContaining("no usable reading of the " + reading.called);
        assertThat(instrument.withdrawn()).isTrue();
        supervisor.reset("operator");
        sequence = 0;
        armed();
        refusal(() -> supervisor.approach(next()));
        assertThat(supervisor.state().tripReason()).contains(reading.called);
        reading.set(instrument, 0);
        supervisor.reset("operator");
      }
    }
  }

  @Test
  void aTipThatIsNotWhereItWasSentIsATrip() throws Refusal {
    inContact();
    instrument.missAngstrom = 0.06;
    assertThat(refusal(() -> supervisor.moveTip(next(), up(0.1))))
        .hasMessageContaining("from where it was sent");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void anInstrumentThatThrowsIsWithdrawnAndTripped() throws Refusal {
    inContact();
    instrument.failure = new IllegalStateException("piezo driver fault");
    Refusal refusal = refusal(() -> supervisor.moveTip(next(), up(0.1)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(refusal).hasMessageContaining("piezo driver fault");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aCurrentThatGrowsWhileNobodyCommandsTrips() throws Refusal {
    inContact();
    assertThat(supervisor.pulse()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    instrument.currentNanoampere = 85;
    assertThat(supervisor.pulse()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason())
        .startsWith("watching the contact: current of 85.0 nA is at or above the trip of 80.0 nA");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void whatFlowsWithTheTipUpIsNoFault() throws Refusal {
    armed();
    instrument.currentNanoampere = 85;
    assertThat(supervisor.pulse()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aContactThatGivesNoReadingsTrips() throws Refusal {
    inContact();
    instrument.silent = true;
    assertThat(supervisor.pulse()).isFalse();
    supervisor.watch();
    assertThat(supervisor.state().state()).as("one may be lost").isEqualTo(SafetyState.ARMED);
    assertThat(supervisor.pulse()).isFalse();
    supervisor.watch();
    assertThat(supervisor.state().tripReason()).contains("no reading in time");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aTripLatchesUntilAnOperatorResets() throws Refusal {
    inContact();
    supervisor.emergencyStop("someone");
    passes(3600);
    assertThat(refusal(() -> supervisor.acquireLease("agent", false)))
        .hasMessageContaining("tripped (emergency stop by 'someone')");
    refusal(() -> supervisor.arm("operator", 60));
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    supervisor.reset("operator");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(refusal(() -> supervisor.approach(next())).kind())
        .as("the lease from before the trip is void")
        .isEqualTo(Refusal.Kind.LEASE);
  }

  @Test
  void onlyATripCanBeReset() {
    assertThat(refusal(() -> supervisor.reset("operator")).kind()).isEqualTo(Refusal.Kind.STATE);
  }

  @Test
  void aWatchThatHasStoppedIsFoundOutByTheNextCommand() throws Refusal {
    inContact();
    for (int i = 0; i < 3; i++) {
      clock.advance(0.6);
      supervisor.renewLease(lease);
    }
    refusal(() -> supervisor.moveTip(next(), up(0.1)));
    assertThat(supervisor.state().tripReason()).contains("own watch has not run");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aSafetyLogThatFailsTripsAndWithdraws() throws Refusal {
    SafetySupervisor unlogged =
        new SafetySupervisor(
            instrument,
            LimitProfileReader.shipped(),
            clock,
            event -> {
              if (event.text().startsWith("MoveTip")) {
                throw new IllegalStateException("disk full");
              }
            });
    unlogged.arm("operator", 60);
    lease = unlogged.acquireLease("agent", false);
    unlogged.approach(next());
    refusal(() -> unlogged.moveTip(next(), up(0.1)));
    assertThat(unlogged.state().tripReason()).contains("disk full");
    assertThat(instrument.done).containsExactly("approach", "withdraw");
  }
}
