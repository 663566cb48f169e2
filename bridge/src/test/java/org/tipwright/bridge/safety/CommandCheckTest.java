package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.TipPosition;

/** What a command may do: the limits, its number, its rate; dry runs; the account of it all. */
class CommandCheckTest extends SupervisedLift {

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
    armed();
    instrument.setBias(0.0001);
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
  void measuresAfterALiftOnlyWhenWithdrawn() throws Refusal {
    inContact();
    refusal(() -> supervisor.checkTip(next()));
    refusal(() -> supervisor.scanSite(next()));
    supervisor.withdraw(next());
    assertThat(supervisor.checkTip(next()).measured()).containsExactly(0.1);
    assertThat(supervisor.scanSite(next()).measured()).containsExactly(1.8);
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

  @Test
  void aBurstOfCommandsIsRefusedButShutsNobodyOut() throws Exception {
    inContact();
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    AtomicInteger refused = new AtomicInteger();
    List<Thread> burst = new ArrayList<>();
    for (int i = 0; i < 3 * supervisor.profile().commandsWaiting(); i++) {
      Ticket ticket = next();
      Thread thread =
          new Thread(
              () -> {
                try {
                  supervisor.moveTip(ticket, up(0.1));
                } catch (Refusal busy) {
                  refused.addAndGet(busy.toString().contains("are waiting already") ? 1 : 0);
                }
              });
      thread.start();
      burst.add(thread);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> refused.get() > 0);
    instrument.hold = null;
    hold.countDown();
    for (Thread thread : burst) {
      thread.join();
    }
    assertThat(refused.get()).isGreaterThan(supervisor.profile().commandsWaiting());
    assertThat(supervisor.withdraw(next()).executed()).isTrue();
  }
}
