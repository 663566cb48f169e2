package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The tip comes up when it must, whatever the instrument is doing. */
class WithdrawalTest extends SupervisedLift {

  private final CountDownLatch hold = new CountDownLatch(1);

  @Test
  void theStopWorksTwiceAndWithoutALease() {
    assertThat(supervisor.emergencyStop("").state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.emergencyStop("").state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(instrument.done).containsExactly("withdraw", "withdraw");
  }

  @Test
  void theStopDoesNotWaitForTheCommandUnderWay() throws Exception {
    inContact();
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
  void anApproachMayLastLongerThanAStepAndStillBeStopped() throws Exception {
    CompletableFuture<Refusal> approach = approachThatLasts();
    for (int i = 0; i < 100; i++) {
      passes(0.9);
      supervisor.renewLease(lease);
    }
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    assertThat(instrument.done).containsExactly("approach");
    supervisor.emergencyStop("somebody");
    assertThat(instrument.done).contains("withdraw");
    hold.countDown();
    approach.get();
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void anApproachBeyondItsOwnTimeIsATrip() throws Exception {
    CompletableFuture<Refusal> approach = approachThatLasts();
    for (int i = 0; i < 4001 && supervisor.state().state() == SafetyState.ARMED; i++) {
      supervisor.renewLease(lease);
      passes(0.9);
    }
    assertThat(supervisor.state().tripReason()).contains("did not finish Approach in time");
    hold.countDown();
    approach.get();
  }

  private CompletableFuture<Refusal> approachThatLasts() throws Refusal {
    armed();
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> approach =
        CompletableFuture.supplyAsync(() -> refusal(() -> supervisor.approach(ticket)));
    await().until(() -> instrument.done.size() == 1);
    return approach;
  }

  @Test
  void contactIsCountedFromTheEndOfTheApproach() throws Exception {
    armed();
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Void> approach =
        CompletableFuture.runAsync(
            () -> {
              try {
                supervisor.approach(ticket);
              } catch (Refusal refused) {
                throw new IllegalStateException(refused);
              }
            });
    await().until(() -> instrument.done.size() == 1);
    for (int i = 0; i < 1000; i++) {
      clock.advance(0.9);
      supervisor.renewLease(lease);
    }
    hold.countDown();
    approach.get();
    for (int i = 0; i < 600; i++) {
      passes(0.9);
      supervisor.renewLease(lease);
    }
    assertThat(instrument.done).containsExactly("approach");
  }

  @Test
  void closingWaitsForTheCommandUnderWay() throws Exception {
    armed();
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> approaching =
        CompletableFuture.supplyAsync(() -> refusal(() -> supervisor.approach(ticket)));
    await().until(() -> instrument.done.contains("approach"));
    CompletableFuture<Void> closing = CompletableFuture.runAsync(supervisor::close);
    await().until(() -> instrument.done.contains("withdraw"));
    await()
        .during(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(instrument.done).doesNotContain("close"));
    hold.countDown();
    closing.get();
    approaching.get();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().engaged()).isFalse();
    assertThat(instrument.done.get(instrument.done.size() - 1)).isEqualTo("close");
  }

  @Test
  void closingDoesNotWaitForEver() throws Exception {
    SafetySupervisor impatient =
        new SafetySupervisor(instrument, withWithdrawWait(50), clock, events::add);
    impatient.arm("operator", 60);
    lease = impatient.acquireLease("agent", false);
    impatient.approach(next());
    instrument.hold = hold;
    Ticket ticket = next();
    CompletableFuture<Refusal> moving =
        CompletableFuture.supplyAsync(() -> refusal(() -> impatient.moveTip(ticket, up(0.1))));
    await().until(() -> instrument.done.size() == 2);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(impatient::close);
    await().until(closing::isDone);
    assertThat(moving).isNotDone();
    assertThat(instrument.withdrawn()).isTrue();
    hold.countDown();
    moving.get();
  }

  private static LimitProfile withWithdrawWait(long milliseconds) {
    LimitProfile shipped = LimitProfileReader.shipped();
    return new LimitProfile(
        shipped.name(),
        shipped.digest(),
        shipped.lease(),
        shipped.armingMinutes(),
        shipped.commandsPerSecond(),
        shipped.commandsWaiting(),
        shipped.times(),
        Duration.ofMillis(milliseconds),
        shipped.preamplifierRailNanoampere(),
        shipped.positionToleranceAngstrom(),
        shipped.withdrawHeightAngstrom(),
        shipped.phases(),
        shipped.measure(),
        shipped.tipShaping(),
        shipped.monitor(),
        shipped.sense());
  }

  @Test
  void closingWithdraws() throws Refusal {
    inContact();
    supervisor.close();
    assertThat(instrument.done).containsExactly("approach", "withdraw", "close");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.DISCONNECTED);
  }
}
