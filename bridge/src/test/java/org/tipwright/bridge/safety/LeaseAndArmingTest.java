package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may command, and for how long. */
class LeaseAndArmingTest extends SupervisedLift {

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
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(supervisor.acquireLease("next", false)).isNotEmpty();
  }

  @Test
  void anAttemptIsVoidedUntilTheNextAndNothingMoves() throws Refusal {
    armed();
    assertThat(refusal(() -> supervisor.voidAttempt("anna", "")))
        .hasMessage("refused Void by 'anna': nothing was approached yet; nothing was moved");
    supervisor.approach(next());
    supervisor.voidAttempt("anna", "somebody at the door");
    assertThat(events)
        .last()
        .extracting(SafetyEvent::text)
        .isEqualTo("attempt 1 voided by 'anna': somebody at the door");
    assertThat(supervisor.state().attemptVoid()).isTrue();
    assertThat(supervisor.state().engaged()).isTrue();
    supervisor.withdraw(next());
    assertThat(supervisor.state().attemptVoid()).isTrue();
    supervisor.approach(next());
    assertThat(supervisor.state().attemptVoid()).isFalse();
    assertThat(supervisor.state().attempt()).isEqualTo(2);
  }

  @Test
  void aMoleculeThatHasHadItsDoseIsLetGo() throws Refusal {
    inContact();
    instrument.currentNanoampere = 60;
    supervisor.moveTip(next(), up(0.1));
    for (int i = 0; i < 398; i++) {
      passes(1);
      supervisor.renewLease(lease);
    }
    assertThat(supervisor.state().engaged()).as("after 23,880 nC").isTrue();
    for (int i = 0; i < 3; i++) {
      passes(1);
      supervisor.renewLease(lease);
    }
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    assertThat(events)
        .extracting(SafetyEvent::text)
        .anyMatch(
            text -> text.startsWith("dose of the molecule of 24060.00 nC exceeds 24000.00 nC"));
    supervisor.approach(next());
    passes(1);
    assertThat(supervisor.state().engaged()).as("another molecule").isTrue();
  }

  @Test
  void whatFlowedBeforeAContactIsTakenUpAgainCounts() {
    Dose dose = new Dose();
    dose.contactChanged(0);
    dose.reading(10, 1_000_000_000L);
    dose.contactChanged(3_000_000_000L);
    assertThat(dose.nanocoulomb(5_000_000_000L)).isEqualTo(30);
  }

  @Test
  void theNextHolderNeedsTheOperatorAgain() throws Refusal {
    armed();
    supervisor.releaseLease(lease);
    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event.text())
                    .isEqualTo("the lease of 'agent' was given back; the arming ended with it"));
    lease = supervisor.acquireLease("next", false);
    sequence = 0;
    assertThat(refusal(() -> supervisor.approach(next())))
        .hasMessageContaining("not armed; an operator must arm it");
    supervisor.arm("operator", 60);
    assertThat(supervisor.approach(next()).executed()).isTrue();
  }

  @Test
  void anArmingIsLostWithALostLease() throws Refusal {
    armed();
    passes(1.1);
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(supervisor.state().armedForSeconds()).isZero();
    lease = supervisor.acquireLease("next", false);
    assertThat(refusal(() -> supervisor.approach(next())).kind()).isEqualTo(Refusal.Kind.STATE);
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void anArmingWaitsForItsFirstHolder() throws Refusal {
    supervisor.arm("operator", 60);
    passes(30);
    lease = supervisor.acquireLease("agent", false);
    assertThat(supervisor.approach(next()).executed()).isTrue();
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
  void aDryRunCannotBeArmedAndAnArmedBridgeCannotBeDry() throws Refusal {
    lease = supervisor.acquireLease("agent", true);
    refusal(() -> supervisor.arm("operator", 60));
    supervisor.releaseLease(lease);
    supervisor.arm("operator", 60);
    assertThat(refusal(() -> supervisor.acquireLease("agent", true)))
        .hasMessageContaining("disarm it first");
  }
}
