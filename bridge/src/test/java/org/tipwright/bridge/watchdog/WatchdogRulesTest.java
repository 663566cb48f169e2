package org.tipwright.bridge.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.v1.SupervisorBeat;

/** The rules alone; time is told, in seconds. */
class WatchdogRulesTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  private long now = 1_000_000_000L;
  private final WatchdogRules rules = new WatchdogRules(Optional.empty(), now);
  private long number;
  private long session;

  private void pass(double seconds) {
    now += (long) (seconds * 1e9);
    rules.looked(0, true, now);
    rules.tick(now);
  }

  private void connect() throws Refusal {
    session = rules.open("bridge", LEASE, now);
    number = 0;
  }

  private SupervisorBeat.Builder beat() {
    number++;
    return SupervisorBeat.newBuilder().setNumber(number).setStamp(number).setHeardStamp(0);
  }

  /** Reports and hears an answer to the report. */
  private void answered(SupervisorBeat.Builder beat) {
    long stamp = rules.report(session, now).orElseThrow().getStamp();
    rules.heard(session, beat.setHeardStamp(stamp).build(), now);
  }

  private List<WatchdogEvent.Kind> kinds() {
    return rules.drain().stream().map(WatchdogEvent::kind).toList();
  }

  private String reason() {
    return rules.latched().map(Latch::reason).orElse("");
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void silenceWithdrawsWhenSomethingIsArmedOrInContact(boolean armed, boolean engaged)
      throws Refusal {
    connect();
    answered(beat().setArmed(armed).setEngaged(engaged));
    pass(1.0);
    assertThat(rules.due()).isZero();
    pass(0.01);
    assertThat(rules.due()).isNotZero();
    assertThat(reason()).contains("'bridge' is lost while").contains("no heartbeat for 1.01 s");
    assertThat(rules.lives(session)).isFalse();
  }

  @Test
  void silenceIsOnlySaidWhenNothingIsArmed() throws Refusal {
    connect();
    answered(beat());
    assertThat(kinds()).containsExactly(WatchdogEvent.Kind.SUPERVISOR);
    pass(1.01);
    assertThat(rules.due()).isZero();
    assertThat(rules.latched()).isEmpty();
    assertThat(kinds()).containsExactly(WatchdogEvent.Kind.SUPERVISOR);
  }

  @Test
  void aHeartbeatThatWasHeldUpOnTheWayProvesNothingOfThePresent() throws Refusal {
    connect();
    answered(beat().setArmed(true).setEngaged(true));
    SupervisorBeat.Builder late = beat().setArmed(true).setEngaged(true).setHeardStamp(now);
    pass(0.9);
    rules.heard(session, late.build(), now);
    pass(0.2);
    assertThat(rules.due()).isNotZero();
  }

  @Test
  void heartbeatsThatAnswerKeepItQuiet() throws Refusal {
    connect();
    for (int i = 0; i < 50; i++) {
      answered(beat().setArmed(true).setEngaged(true));
      pass(0.9);
    }
    assertThat(rules.due()).isZero();
  }

  @Test
  void anEndOfTheConnectionWithdrawsAtOnceWhenSomethingIsArmed() throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.ended(session, "the connection broke", now);
    assertThat(rules.due()).isNotZero();
    assertThat(reason()).contains("the bridge is armed").contains("the connection broke");
  }

  @Test
  void aSupervisorThatSaysGoodbyeWithTheTipUpIsLetGo() throws Refusal {
    connect();
    answered(beat().setArmed(true).setEngaged(true));
    answered(beat());
    rules.ended(session, "it said goodbye", now);
    pass(10);
    assertThat(rules.latched()).isEmpty();
    assertThat(kinds())
        .containsExactly(
            WatchdogEvent.Kind.SUPERVISOR,
            WatchdogEvent.Kind.WATCH,
            WatchdogEvent.Kind.WATCH,
            WatchdogEvent.Kind.SUPERVISOR);
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 0", "3, 5, 0", "2, 1, 0", "2, 5, 9000000000", "2, 5, -1"})
  void aHeartbeatThatDoesNotFollowEndsTheWatchAndWithdraws(long wrongNumber, long stamp, long heard)
      throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.heard(
        session,
        SupervisorBeat.newBuilder()
            .setNumber(wrongNumber)
            .setStamp(stamp)
            .setHeardStamp(heard)
            .setArmed(true)
            .build(),
        now);
    assertThat(rules.due()).isNotZero();
    assertThat(rules.lives(session)).isFalse();
  }

  @Test
  void oneSupervisorAtATime() throws Refusal {
    connect();
    answered(beat());
    assertThatThrownBy(() -> rules.open("stray", LEASE, now))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'bridge' is being watched; one supervisor at a time");
    long mine = session;
    rules.heard(mine + 1, beat().setArmed(true).build(), now);
    assertThat(rules.report(mine, now).orElseThrow().getWatching()).isFalse();
    pass(1.01);
    assertThat(rules.open("next", LEASE, now)).isNotEqualTo(mine);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "10.5"})
  void aLeaseThatWouldMakeTheWatchdogUselessIsRefused(double seconds) {
    assertThatThrownBy(() -> rules.open("bridge", Duration.ofNanos((long) (seconds * 1e9)), now))
        .hasMessageContaining("at most 10 s");
  }

  @Test
  void aSupervisorThatCannotWithdrawIsHelpedAtOnceAndOnce() throws Refusal {
    connect();
    answered(beat().setArmed(true).setEngaged(true));
    answered(beat().setEngaged(true).setWithdrawNow("the instrument is lost"));
    long due = rules.due();
    assertThat(due).isNotZero();
    assertThat(reason()).isEqualTo("'bridge' asks for it: the instrument is lost");
    rules.looked(due, true, now);
    answered(beat().setEngaged(true).setWithdrawNow("the instrument is lost"));
    assertThat(rules.due()).as("asked for once").isZero();
    answered(beat().setEngaged(true));
    answered(beat().setEngaged(true).setWithdrawNow("again"));
    assertThat(rules.due()).as("asked for anew").isGreaterThan(due);
  }

  @Test
  void aLookFromBeforeTheAlarmProvesNothing() throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.ended(session, "the connection broke", now);
    rules.looked(0, true, now);
    assertThat(rules.due()).isNotZero();
    rules.looked(rules.due(), true, now);
    assertThat(rules.due()).isZero();
    assertThat(rules.latched().orElseThrow().withdrawn()).isTrue();
  }

  @Test
  void aWithdrawnTipThatComesDownAgainIsWithdrawnAgainForAWhile() throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.ended(session, "the connection broke", now);
    rules.looked(rules.due(), true, now);
    now += 4_900_000_000L;
    rules.looked(0, false, now);
    assertThat(rules.due()).as("a supervisor may still move it").isNotZero();
    rules.looked(rules.due(), true, now);
    now += 5_100_000_000L;
    rules.looked(0, false, now);
    assertThat(rules.due()).as("a person may work by hand").isZero();
    assertThat(rules.latched()).isPresent();
  }

  @Test
  void onlyAResetOfThisVeryLatchWithTheTipUpUnlatches() throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.ended(session, "the connection broke", now);
    connect();
    assertThat(rules.report(session, now).orElseThrow().getLatch()).isEqualTo(1);
    answered(beat().setResetLatch(1).setResetBy("anna"));
    assertThat(rules.latched()).as("not seen up yet").isPresent();
    rules.looked(rules.due(), true, now);
    answered(beat().setResetLatch(2).setResetBy("anna"));
    assertThat(rules.latched()).as("another latch").isPresent();
    answered(beat().setResetLatch(1).setResetBy("anna"));
    assertThat(rules.latched()).isEmpty();
    assertThat(rules.report(session, now).orElseThrow().getLatch()).isZero();
    assertThat(rules.drain()).last().asString().contains("reset by 'anna' after:");
  }

  @Test
  void aLatchOutlivesTheProcess() throws Refusal {
    WatchdogRules next = new WatchdogRules(Optional.of(new Latch(7, "no heartbeat", false)), now);
    assertThat(next.due()).isNotZero();
    long id = next.open("bridge", LEASE, now);
    assertThat(next.report(id, now).orElseThrow().getLatch()).isEqualTo(7);
    WatchdogRules seen = new WatchdogRules(Optional.of(new Latch(7, "no heartbeat", true)), now);
    seen.looked(0, false, now);
    assertThat(seen.due()).as("up once; a person may work by hand since").isZero();
    assertThat(seen.latched()).isPresent();
  }

  @Test
  void aDeadLineIsReportedAndSaidOnce() throws Refusal {
    connect();
    answered(beat());
    rules.drain();
    rules.lineFailed("no answer");
    now += 1_100_000_000L;
    rules.tick(now);
    rules.tick(now);
    assertThat(kinds()).containsOnlyOnce(WatchdogEvent.Kind.LINE);
    connect();
    assertThat(rules.report(session, now).orElseThrow().getLineTrouble()).isEqualTo("no answer");
    rules.looked(0, true, now);
    assertThat(rules.report(session, now).orElseThrow().getLineTrouble()).isEmpty();
    assertThat(kinds()).containsOnlyOnce(WatchdogEvent.Kind.LINE);
  }

  @Test
  void anAlarmThatIsNotConfirmedIsSaidAgainEverySecond() throws Refusal {
    connect();
    answered(beat().setArmed(true));
    rules.ended(session, "the connection broke", now);
    rules.drain();
    for (int i = 0; i < 21; i++) {
      rules.withdrawalFailed("no answer", now);
      now += 100_000_000L;
    }
    assertThat(kinds()).hasSize(3).containsOnly(WatchdogEvent.Kind.WITHDRAWAL_FAILED);
  }
}
