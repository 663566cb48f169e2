package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;

/** What the supervisor tells its watchdog, and does without it. */
class WatchdogDutyTest {

  private static final class FakeWatchdog implements Watchdog {
    final List<Beat> beats = new CopyOnWriteArrayList<>();
    volatile String trouble = "";
    volatile long latch;
    volatile boolean withdrawn = true;
    volatile boolean watches = true;
    volatile String reset = "";
    volatile boolean closed;

    @Override
    public void beat(Beat beat) {
      beats.add(beat);
    }

    Beat last() {
      return beats.get(beats.size() - 1);
    }

    @Override
    public WatchdogStatus status() {
      return new WatchdogStatus(
          trouble.isEmpty() ? Optional.empty() : Optional.of(trouble), latch, "silence", withdrawn);
    }

    @Override
    public boolean watching() {
      return watches && !beats.isEmpty() && (last().armed() || last().engaged());
    }

    @Override
    public void reset(long number, String operator) {
      reset = number + " by " + operator;
      latch = 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final FakeWatchdog watchdog = new FakeWatchdog();
  private final ManualClock clock = new ManualClock();
  private final SafetySupervisor supervisor =
      new SafetySupervisor(
          instrument, LimitProfileReader.shipped(), clock, event -> {}, DecisionLog.NONE, watchdog);
  private String lease = "";
  private long sequence;

  private Ticket next() {
    sequence++;
    return new Ticket(lease, sequence, () -> false);
  }

  private void arm() throws Refusal {
    supervisor.arm("anna", 60);
    lease = supervisor.acquireLease("agent", false);
  }

  private void inContact() throws Refusal {
    arm();
    supervisor.approach(next());
  }

  private SafetyState state() {
    return supervisor.state().state();
  }

  @Test
  void eachRoundOfTheWatchBeatsAndSaysWhatIsAtStake() throws Refusal {
    supervisor.watch();
    assertThat(watchdog.last()).isEqualTo(new Beat(false, false, ""));
    arm();
    assertThat(watchdog.last()).as("at once").isEqualTo(new Beat(true, false, ""));
    supervisor.approach(next());
    supervisor.watch();
    assertThat(watchdog.last()).isEqualTo(new Beat(true, true, ""));
    supervisor.disarm("anna");
    supervisor.watch();
    assertThat(watchdog.last()).isEqualTo(new Beat(false, false, ""));
  }

  @Test
  void nothingIsArmedWithoutALiveWatchdog() {
    watchdog.trouble = "no watchdog answers at grpc://127.0.0.1:7452";
    assertThatThrownBy(() -> supervisor.arm("anna", 60))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no watchdog answers at grpc://127.0.0.1:7452");
    assertThat(state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void noCommandMovesBeforeTheWatchdogKnowsThatItIsArmedButAWithdrawalDoes() throws Refusal {
    watchdog.watches = false;
    arm();
    assertThatThrownBy(() -> supervisor.approach(next()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the watchdog has not taken over yet");
    assertThat(instrument.moves()).isEmpty();
    supervisor.withdraw(next());
    assertThat(instrument.done).contains("withdraw");
    watchdog.watches = true;
    supervisor.approach(next());
    assertThat(instrument.moves()).contains("approach");
  }

  @Test
  void aWatchdogLostInContactTrips() throws Exception {
    inContact();
    watchdog.trouble = "it has not answered for 0.80 s";
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason())
        .isEqualTo("the watchdog is lost with the tip in contact: it has not answered for 0.80 s");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aWatchdogLostWithTheTipUpOnlyDisarms() throws Refusal {
    arm();
    watchdog.trouble = "it has not answered for 0.80 s";
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.READ_ONLY);
    assertThatThrownBy(() -> supervisor.approach(next())).hasMessageContaining("not armed");
  }

  @Test
  void aWatchdogThatWithdrewTheTipTripsUntilBothAreReset() throws Refusal {
    watchdog.latch = 3;
    watchdog.withdrawn = false;
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason()).isEqualTo("the watchdog withdrew the tip: silence");
    assertThatThrownBy(() -> supervisor.reset("anna"))
        .hasMessageContaining("the watchdog has not seen the tip withdrawn yet");
    assertThat(state()).isEqualTo(SafetyState.TRIPPED);
    watchdog.withdrawn = true;
    supervisor.reset("anna");
    assertThat(watchdog.reset).isEqualTo("3 by anna");
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void aWithdrawalThatFailsIsPassedOn() throws Refusal {
    inContact();
    instrument.failingWithdrawals = 3;
    supervisor.logFailed("disk full");
    supervisor.watch();
    assertThat(watchdog.beats)
        .anyMatch(
            beat ->
                beat.withdrawNow()
                    .equals("the supervisor's own withdrawal failed: the z piezo does not answer"));
    for (int i = 0; i < 5; i++) {
      supervisor.watch();
    }
    assertThat(watchdog.last()).isEqualTo(new Beat(false, false, ""));
  }

  @Test
  void anInstrumentThatNoLongerAnswersTripsAndIsPassedOnThoughNobodyCommands() throws Refusal {
    inContact();
    instrument.lost = true;
    assertThat(supervisor.pulse()).isFalse();
    supervisor.watch();
    assertThat(state()).as("one question may fail").isEqualTo(SafetyState.ARMED);
    assertThat(supervisor.pulse()).isFalse();
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason()).startsWith("the instrument is lost: ");
    assertThat(watchdog.beats).anyMatch(beat -> beat.withdrawNow().contains("no route"));
    assertThat(supervisor.state().engaged()).isTrue();
    instrument.lost = false;
    assertThat(supervisor.pulse()).isTrue();
    supervisor.watch();
    supervisor.watch();
    assertThat(supervisor.state().engaged()).isFalse();
    assertThat(watchdog.last()).isEqualTo(new Beat(false, false, ""));
  }

  @Test
  void anInstrumentIsNotAskedWhileNothingIsAtStake() {
    instrument.lost = true;
    assertThat(supervisor.pulse()).isTrue();
    assertThat(supervisor.pulse()).isTrue();
    supervisor.watch();
    assertThat(state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void theLastBeatSaysThatTheTipIsUp() throws Refusal {
    inContact();
    supervisor.close();
    assertThat(watchdog.last()).isEqualTo(new Beat(false, false, ""));
    assertThat(watchdog.closed).isTrue();
  }

  @Test
  void theLastBeatSaysSoIfTheTipDidNotComeUp() throws Refusal {
    inContact();
    instrument.failingWithdrawals = 1000;
    supervisor.close();
    assertThat(watchdog.last().engaged()).isTrue();
    assertThat(watchdog.closed).isTrue();
  }
}
