package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * Operators, agents, the instrument and time in any order, between commands and within one: the
 * supervisor does what the {@link RuleBook} says, and what must never happen does not.
 */
class SafetyRulesTest {

  private static final ScanFrame FRAME = new ScanFrame(0, 0, 10, 2, 2, 100, 0.05, 0.05);

  private static final LimitProfile PROFILE =
      LimitProfileReader.read(
          ConfigFactory.parseString(
                  "lease-seconds = "
                      + RuleBook.LEASE_SECONDS
                      + ", command-seconds = "
                      + RuleBook.COMMAND_SECONDS
                      + ", approach-seconds = "
                      + RuleBook.APPROACH_SECONDS
                      + ", measure-seconds = "
                      + RuleBook.MEASURE_SECONDS
                      + ", withdraw-seconds = 0.001, lift.dose-nanocoulomb = "
                      + RuleBook.DOSE_NANOCOULOMB
                      + ", lift.contact-seconds = "
                      + RuleBook.CONTACT_SECONDS
                      + ", commands-per-second = "
                      + RuleBook.COMMANDS_PER_SECOND)
              .withFallback(ConfigFactory.parseResources(LimitProfileReader.class, "lowtemp.conf")),
          "test");

  @Provide
  Arbitrary<List<List<Act>>> acts() {
    return Act.next().list().ofMinSize(20).ofMaxSize(60);
  }

  @Property(tries = 400, seed = "20261121")
  void whateverHappensTheRulesHold(@ForAll("acts") List<List<Act>> acts) {
    Lab lab = new Lab();
    acts.forEach(some -> some.forEach(lab::happens));
    Statistics.label("an approach and three moves or more").collect(lab.rules.motions >= 4);
    Statistics.label("an approach and three moves or more")
        .coverage(seen -> seen.check(true).percentage(share -> share > 30));
  }

  /** The supervisor and the rule book side by side. */
  private static final class Lab {
    private final RecordingInstrument instrument = new RecordingInstrument();
    private final ManualClock clock = new ManualClock();
    private final SafetySupervisor supervisor =
        new SafetySupervisor(instrument, PROFILE, clock, event -> {});
    private final RuleBook rules = new RuleBook();
    private final String[] leases = {"none", "none"};
    private final long[] numbers = new long[2];
    private boolean byHand;

    void happens(Act act) {
      SafetyState before = supervisor.state().state();
      int motions = instrument.moves().size();
      long number = 0;
      TipPosition target = TipPosition.CONTACT;
      if (act instanceof Act.Order order) {
        number = numbers[order.agent()] + order.ahead();
        numbers[order.agent()] = Math.max(number, numbers[order.agent()]);
        target = rules.target(order);
      }
      Optional<Refusal.Kind> expected = rules.happens(act, number);
      Optional<Refusal.Kind> answer = does(act, number, target);
      assertThat(answer).as("%s", act).isEqualTo(expected);
      // A withdrawal has a thread of its own, which nearly always was quick enough.
      if (!seen().equals(expected())) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(seen()).as("after %s", act).isEqualTo(expected()));
      }
      byHand |= act instanceof Act.LoweredByHand;
      byHand &= !instrument.withdrawn();
      neverHappens(act, before, motions);
    }

    /** What holds whatever the rule book says. */
    private void neverHappens(Act act, SafetyState before, int motions) {
      StateSnapshot after = supervisor.state();
      if (before != SafetyState.ARMED) {
        assertThat(instrument.moves()).as("nothing moves in state " + before).hasSize(motions);
      }
      if (before == SafetyState.TRIPPED && !(act instanceof Act.Reset)) {
        assertThat(after.state()).isEqualTo(SafetyState.TRIPPED);
      }
      if (!after.engaged() && !byHand) {
        assertThat(instrument.withdrawn()).as("a tip that counts as up is up").isTrue();
      }
      if (act.isHeard() && after.state() != SafetyState.ARMED && !rules.stuck()) {
        assertThat(after.engaged()).as("in contact in state " + after.state()).isFalse();
      }
    }

    private List<Object> seen() {
      StateSnapshot now = supervisor.state();
      return List.of(
          now.state(),
          now.engaged(),
          now.leaseHolder(),
          now.lastSequence(),
          instrument.withdrawn(),
          instrument.position(),
          instrument.biasVolt(),
          instrument.moves().size());
    }

    private List<Object> expected() {
      return List.of(
          rules.state,
          rules.engaged,
          rules.holder < 0 ? "" : "agent " + rules.holder,
          rules.seen,
          rules.up,
          rules.position,
          rules.biasVolt,
          rules.motions);
    }

    private Optional<Refusal.Kind> does(Act act, long number, TipPosition target) {
      try {
        act(act, number, target);
        return Optional.empty();
      } catch (Refusal refused) {
        assertThat(refused).hasMessageNotContaining("null");
        return Optional.of(refused.kind());
      }
    }

    private void act(Act act, long number, TipPosition target) throws Refusal {
      if (act instanceof Act.Arm arm) {
        supervisor.arm("operator", arm.seconds());
      } else if (act instanceof Act.Disarm) {
        supervisor.disarm("operator");
      } else if (act instanceof Act.Reset) {
        supervisor.reset("operator");
      } else if (act instanceof Act.Stop) {
        supervisor.emergencyStop("somebody");
      } else if (act instanceof Act.Acquire acquire) {
        int agent = acquire.agent();
        leases[agent] = supervisor.acquireLease("agent " + agent, acquire.dryRun());
        numbers[agent] = 0;
      } else if (act instanceof Act.Heartbeat heartbeat) {
        supervisor.renewLease(leases[heartbeat.agent()]);
      } else if (act instanceof Act.Release release) {
        supervisor.releaseLease(leases[release.agent()]);
      } else if (act instanceof Act.Passes passes) {
        clock.advance(passes.seconds());
        if (passes.watched()) {
          supervisor.watch();
        }
      } else if (act instanceof Act.Order order) {
        order(order, new Ticket(leases[order.agent()], number, () -> false), target);
      } else {
        ofTheInstrument(act);
      }
    }

    private void order(Act.Order order, Ticket ticket, TipPosition target) throws Refusal {
      CommandResult unused =
          switch (order.command()) {
            case APPROACH -> supervisor.approach(ticket);
            case MOVE_TIP -> supervisor.moveTip(ticket, target);
            case SET_BIAS -> supervisor.setBias(ticket, order.value());
            case WITHDRAW -> supervisor.withdraw(ticket);
            case CHECK_TIP -> supervisor.checkTip(ticket);
            case SCAN_SITE -> supervisor.scanSite(ticket);
            case SCAN -> supervisor.scan(ticket, FRAME, row -> {});
            case FOREIGN -> throw new IllegalStateException("scripts have tests of their own");
          };
    }

    private void ofTheInstrument(Act act) {
      if (act instanceof Act.Current current) {
        instrument.currentNanoampere = current.nanoampere();
      } else if (act instanceof Act.Breaks breaks) {
        instrument.failure = breaks.broken() ? new Broken() : null;
      } else if (act instanceof Act.Empty change) {
        instrument.noContact = change.empty() ? "nothing there" : "";
      } else if (act instanceof Act.Misses change) {
        instrument.missAngstrom = change.misses() ? 1 : 0;
      } else if (act instanceof Act.Sticks sticks) {
        instrument.failingWithdrawals = sticks.stuck() ? Integer.MAX_VALUE : 0;
      } else if (act instanceof Act.LoweredByHand) {
        instrument.lowerByHand();
      } else if (act instanceof Act.Meanwhile next) {
        instrument.meanwhile = () -> does(next.act(), 0, TipPosition.CONTACT);
      }
    }
  }

  /** A failure without a trace, for it comes thousands of times. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("broken", null, false, false);
    }
  }
}
