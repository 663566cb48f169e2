package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;

class SafetySupervisorTest {

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final ManualClock clock = new ManualClock();
  private final List<SafetyEvent> events = new CopyOnWriteArrayList<>();
  private final SafetySupervisor supervisor =
      new SafetySupervisor(instrument, LimitProfileReader.shipped(), clock, events::add);
  private String lease = "";
  private long sequence;

  private Ticket next() {
    sequence++;
    return new Ticket(lease, sequence, () -> false);
  }

  private void armed() throws Refusal {
    supervisor.arm("operator", 6000);
    lease = supervisor.acquireLease("agent", false);
  }

  private void inContact() throws Refusal {
    armed();
    supervisor.approach(next());
  }

  private static TipPosition up(double z) {
    return new TipPosition(0, 0, z);
  }

  private static Refusal refusal(ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private void passes(double seconds) {
    clock.advance(seconds);
    supervisor.watch();
  }

  @Test
  void startsReadOnlyAndMovesNothing() throws Refusal {
    lease = supervisor.acquireLease("agent", false);
    Refusal refusal = refusal(() -> supervisor.approach(next()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
    assertThat(refusal)
        .hasMessage(
            "refused Approach #1: the bridge is not armed; an operator must arm it;"
                + " nothing was moved");
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void carriesOutWhatIsWithinTheLimits() throws Refusal {
    inContact();
    CommandResult result = supervisor.moveTip(next(), new TipPosition(0.3, 0, 0.1));
    assertThat(result.executed()).isTrue();
    assertThat(result.position()).isEqualTo(new TipPosition(0.3, 0, 0.1));
    assertThat(instrument.done).containsExactly("approach", "move (0.30, 0.00, 0.10) Å");
  }

  @Test
  void measuresAStepByItsStraightLengthFromWhereTheTipIs() throws Refusal {
    inContact();
    supervisor.moveTip(next(), up(0.3));
    Refusal refusal = refusal(() -> supervisor.moveTip(next(), new TipPosition(0.3, 0.3, 0.4)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LIMIT);
    assertThat(refusal.getMessage())
        .matches(
            "refused MoveTip #3: step of 0\\.44 Å exceeds 0\\.32 Å"
                + " \\(phase lift, profile lowtemp\\.conf line \\d+\\); nothing was moved");
    assertThat(instrument.position()).isEqualTo(up(0.3));
  }

  @Test
  void refusesHeightsBelowContactAndLateralPositionsOutside() throws Refusal {
    inContact();
    supervisor.moveTip(next(), up(-0.3));
    assertThat(refusal(() -> supervisor.moveTip(next(), up(-0.31))))
        .hasMessageContaining("height of -0.31 Å is below -0.30 Å");
    for (double x = 0.3; x < 18; x += 0.3) {
      supervisor.moveTip(next(), new TipPosition(x, 0, -0.3));
    }
    double x = instrument.position().xAngstrom();
    assertThat(refusal(() -> supervisor.moveTip(next(), new TipPosition(x + 0.3, 0, -0.3))))
        .hasMessageContaining("lateral position of");
    assertThat(instrument.position().xAngstrom()).isEqualTo(x);
  }

  @Test
  void refusesWhatIsNotANumber() throws Refusal {
    inContact();
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      assertThat(refusal(() -> supervisor.moveTip(next(), up(bad))).kind())
          .isEqualTo(Refusal.Kind.MALFORMED);
      assertThat(refusal(() -> supervisor.setBias(next(), bad)).kind())
          .isEqualTo(Refusal.Kind.MALFORMED);
      assertThat(refusal(() -> supervisor.arm("operator", bad))).isNotNull();
    }
    assertThat(instrument.done).containsExactly("approach");
  }

  @Test
  void refusesABiasOutsideItsWindow() throws Refusal {
    inContact();
    assertThat(refusal(() -> supervisor.setBias(next(), 0.006)))
        .hasMessageContaining("bias of 6.00 mV exceeds 5.00 mV (phase lift");
    assertThat(refusal(() -> supervisor.setBias(next(), 0.0005)))
        .hasMessageContaining("bias of 0.50 mV is below 2.00 mV");
    supervisor.setBias(next(), -0.004);
    assertThat(instrument.done).containsExactly("approach", "bias -0.004");
  }

  @Test
  void refusesABlindApproach() throws Refusal {
    instrument.setBias(0.0001);
    armed();
    assertThat(refusal(() -> supervisor.approach(next())).kind()).isEqualTo(Refusal.Kind.LIMIT);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void refusesARepeatedOrStaleNumber() throws Refusal {
    inContact();
    supervisor.moveTip(new Ticket(lease, 7, () -> false), up(0.1));
    for (long stale : new long[] {7, 6, 0, -1, Long.MIN_VALUE}) {
      Refusal refusal =
          refusal(() -> supervisor.moveTip(new Ticket(lease, stale, () -> false), up(0.2)));
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SEQUENCE);
    }
    assertThat(instrument.position()).isEqualTo(up(0.1));
  }

  @Test
  void aRefusedNumberCountsAsSeen() throws Refusal {
    inContact();
    Ticket once = next();
    refusal(() -> supervisor.moveTip(once, up(5)));
    assertThat(refusal(() -> supervisor.moveTip(once, up(0.1))).kind())
        .isEqualTo(Refusal.Kind.SEQUENCE);
  }

  @Test
  void doesNotCarryOutACommandWhoseCallerHasGivenUp() throws Refusal {
    inContact();
    refusal(() -> supervisor.moveTip(new Ticket(lease, 2, () -> true), up(0.1)));
    assertThat(instrument.done).containsExactly("approach");
  }

  @Test
  void refusesMoreCommandsPerSecondThanTheProfileAllows() throws Refusal {
    inContact();
    for (int i = 1; i < 1000; i++) {
      supervisor.moveTip(next(), up(0.1 * (i % 2)));
    }
    assertThat(refusal(() -> supervisor.moveTip(next(), up(0.1))).kind())
        .isEqualTo(Refusal.Kind.RATE);
    clock.advance(0.9);
    supervisor.renewLease(lease);
    passes(0.2);
    assertThat(supervisor.moveTip(next(), up(0.1)).executed()).isTrue();
  }

  @Test
  void oneClientAtATime() throws Refusal {
    inContact();
    assertThat(refusal(() -> supervisor.acquireLease("other", false)))
        .hasMessageContaining("'agent' holds the lease");
    assertThat(refusal(() -> supervisor.moveTip(new Ticket("forged", 9, () -> false), up(0.1))))
        .hasMessageContaining("'agent' holds the lease");
    assertThat(instrument.done).containsExactly("approach");
  }

  @Test
  void aSilentClientInContactLosesTipAndArming() throws Refusal {
    inContact();
    passes(0.99);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    passes(0.02);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason()).contains("no heartbeat of 'agent'");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().engaged()).isFalse();
  }

  @Test
  void anExpiredLeaseCannotBeRevivedNorUsed() throws Refusal {
    armed();
    clock.advance(1.01);
    assertThat(refusal(() -> supervisor.renewLease(lease)))
        .hasMessageContaining("the lease of 'agent' expired");
    assertThat(refusal(() -> supervisor.approach(next())).kind()).isEqualTo(Refusal.Kind.LEASE);
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void expiryIsSeenByTheCommandItselfIfTheWatchIsLate() throws Refusal {
    inContact();
    clock.advance(1.5);
    refusal(() -> supervisor.moveTip(next(), up(0.1)));
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(instrument.done).containsExactly("approach", "withdraw");
  }

  @Test
  void heartbeatsKeepTheLease() throws Refusal {
    inContact();
    for (int i = 0; i < 20; i++) {
      passes(0.5);
      supervisor.renewLease(lease);
    }
    assertThat(supervisor.moveTip(next(), up(0.1)).executed()).isTrue();
  }

  @Test
  void givingTheLeaseBackInContactWithdraws() throws Refusal {
    inContact();
    supervisor.releaseLease(lease);
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    assertThat(supervisor.acquireLease("next", false)).isNotEmpty();
  }

  @Test
  void armingExpiresAndTakesTheTipWithIt() throws Refusal {
    supervisor.arm("operator", 2);
    lease = supervisor.acquireLease("agent", false);
    supervisor.approach(next());
    passes(0.9);
    supervisor.renewLease(lease);
    passes(0.9);
    supervisor.renewLease(lease);
    passes(0.3);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void disarmingWithdraws() throws Refusal {
    inContact();
    supervisor.disarm("operator");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(refusal(() -> supervisor.approach(next())).kind()).isEqualTo(Refusal.Kind.STATE);
  }

  @Test
  void armsNoLongerThanTheProfileAllows() {
    assertThat(refusal(() -> supervisor.arm("operator", 1e6)).kind()).isEqualTo(Refusal.Kind.LIMIT);
    assertThat(refusal(() -> supervisor.arm("operator", 0))).isNotNull();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void doesNotArmOverATipInContact() {
    instrument.approach();
    assertThat(refusal(() -> supervisor.arm("operator", 60)))
        .hasMessageContaining("the tip is not withdrawn");
  }

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
  void theStopWorksTwiceAndWithoutALease() {
    assertThat(supervisor.emergencyStop("").state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.emergencyStop("").state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(instrument.done).containsExactly("withdraw", "withdraw");
  }

  @Test
  void theStopDoesNotWaitForTheCommandUnderWay() throws Exception {
    inContact();
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> moving =
        CompletableFuture.supplyAsync(() -> refusal(() -> supervisor.moveTip(ticket, up(0.1))));
    await().until(() -> instrument.done.size() == 2);

    CompletableFuture<StateSnapshot> stopped =
        CompletableFuture.supplyAsync(() -> supervisor.emergencyStop("operator"));
    await().untilAsserted(() -> assertThat(instrument.done).contains("withdraw"));
    assertThat(moving).isNotDone();

    hold.countDown();
    assertThat(moving.get().kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(stopped.get().engaged()).isFalse();
    assertThat(instrument.done.get(instrument.done.size() - 1))
        .as("withdrawn again after the command that the stop overtook")
        .isEqualTo("withdraw");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void anApproachOvertakenByAStopDoesNotLeaveTheTipDown() throws Exception {
    armed();
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> approaching =
        CompletableFuture.supplyAsync(() -> refusal(() -> supervisor.approach(ticket)));
    await().until(() -> instrument.done.contains("approach"));
    CompletableFuture<StateSnapshot> stopped =
        CompletableFuture.supplyAsync(() -> supervisor.emergencyStop("operator"));
    await().until(() -> instrument.done.contains("withdraw"));
    hold.countDown();
    approaching.get();
    stopped.get();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().engaged()).isFalse();
  }

  @Test
  void aWithdrawalThatFailsIsTriedAgainAndHoldsTheReset() throws Refusal {
    inContact();
    instrument.failingWithdrawals = 3;
    supervisor.disarm("operator");
    assertThat(supervisor.state().engaged()).isTrue();
    supervisor.emergencyStop("operator");
    assertThat(refusal(() -> supervisor.reset("operator")))
        .hasMessageContaining("not known to be withdrawn");
    supervisor.watch();
    supervisor.watch();
    assertThat(supervisor.state().engaged()).isFalse();
    supervisor.reset("operator");
    assertThat(events).extracting(SafetyEvent::kind).contains(SafetyEvent.Kind.WITHDRAWAL_FAILED);
  }

  @Test
  void anInstrumentThatHangsIsTripped() throws Exception {
    inContact();
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> moving =
        CompletableFuture.supplyAsync(() -> refusal(() -> supervisor.moveTip(ticket, up(0.1))));
    await().until(() -> instrument.done.size() == 2);
    for (int i = 0; i < 11; i++) {
      passes(0.95);
      if (supervisor.state().state() == SafetyState.ARMED) {
        supervisor.renewLease(lease);
      }
    }
    assertThat(supervisor.state().tripReason()).contains("did not finish");
    assertThat(instrument.done).contains("withdraw");
    hold.countDown();
    moving.get();
  }

  @Test
  void contactEndsAfterItsLongestTime() throws Refusal {
    inContact();
    for (int i = 0; i < 700 && !instrument.withdrawn(); i++) {
      passes(0.9);
      supervisor.renewLease(lease);
    }
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(events)
        .anySatisfy(event -> assertThat(event.text()).contains("time in contact of 600"));
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

  @Test
  void aDryRunChecksEverythingAndMovesNothing() throws Refusal {
    lease = supervisor.acquireLease("agent", true);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.DRY_RUN);
    supervisor.approach(next());
    CommandResult planned = supervisor.moveTip(next(), new TipPosition(0, 0.3, 0.1));
    assertThat(planned.executed()).isFalse();
    assertThat(planned.plan()).contains("move the tip from (0.00, 0.00, 0.00) Å");
    assertThat(planned.position()).isEqualTo(new TipPosition(0, 0.3, 0.1));
    assertThat(refusal(() -> supervisor.moveTip(next(), up(3))).kind())
        .isEqualTo(Refusal.Kind.LIMIT);
    supervisor.setBias(next(), 0.004);
    supervisor.withdraw(next());
    assertThat(supervisor.checkTip(next()).measured()).isEmpty();
    assertThat(supervisor.scanSite(next()).measured()).isEmpty();
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void aDryRunCannotBeArmedAndAnArmedBridgeCannotBeDry() throws Refusal {
    lease = supervisor.acquireLease("agent", true);
    refusal(() -> supervisor.arm("operator", 60));
    supervisor.releaseLease(lease);
    supervisor.arm("operator", 60);
    assertThat(refusal(() -> supervisor.acquireLease("agent", true)))
        .hasMessageContaining("disarm it first");
  }

  @Test
  void measuresAfterALiftOnlyWhenWithdrawn() throws Refusal {
    inContact();
    refusal(() -> supervisor.checkTip(next()));
    refusal(() -> supervisor.scanSite(next()));
    supervisor.withdraw(next());
    assertThat(supervisor.checkTip(next()).measured()).hasValue(0.1);
    assertThat(supervisor.scanSite(next()).measured()).hasValue(1.8);
  }

  @Test
  void closingWithdraws() throws Refusal {
    inContact();
    supervisor.close();
    assertThat(instrument.done).containsExactly("approach", "withdraw", "close");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.DISCONNECTED);
  }

  @Test
  void everyDecisionIsToldInOrder() throws Refusal {
    inContact();
    refusal(() -> supervisor.moveTip(next(), up(9)));
    supervisor.emergencyStop("");
    assertThat(events)
        .extracting(SafetyEvent::kind)
        .containsSubsequence(
            SafetyEvent.Kind.STATE,
            SafetyEvent.Kind.LEASE,
            SafetyEvent.Kind.ALLOWED,
            SafetyEvent.Kind.REFUSED,
            SafetyEvent.Kind.TRIPPED);
    assertThat(events).extracting(SafetyEvent::number).doesNotHaveDuplicates();
  }
}
