package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.Contact;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.env.random.RandomStream;

/** Whatever agents, operators, time and the instrument do in whatever order: limits hold. */
class SafetySupervisorAdversaryTest {

  private final ManualClock clock = new ManualClock();

  /** Holds every motion that reaches it against the limits, written here a second time. */
  private static final class WitnessInstrument implements Instrument {
    private final RecordingInstrument inner = new RecordingInstrument();
    private final AtomicInteger moves = new AtomicInteger();
    private volatile String violation = "";

    private void witness(boolean allowed, String what) {
      moves.incrementAndGet();
      if (!allowed) {
        violation = what;
      }
    }

    @Override
    public InstrumentDescription describe() {
      return inner.describe();
    }

    @Override
    public Contact approach() {
      inner.done.clear();
      witness(inner.withdrawn(), "approach of a tip in contact");
      return inner.approach();
    }

    /**
     * As an instrument must: a withdrawal comes before the move, which is refused then, or after
     * it.
     */
    @Override
    public synchronized void moveTip(TipPosition to, double speed) throws InstrumentException {
      if (inner.withdrawn()) {
        throw new InstrumentException("the tip is withdrawn");
      }
      inner.done.clear();
      TipPosition from = inner.position();
      double step =
          Math.hypot(
              Math.hypot(to.xAngstrom() - from.xAngstrom(), to.yAngstrom() - from.yAngstrom()),
              to.zAngstrom() - from.zAngstrom());
      witness(
          step <= 0.3200001
              && to.zAngstrom() >= -0.3
              && to.zAngstrom() <= 20
              && Math.hypot(to.xAngstrom(), to.yAngstrom()) <= 18.0000001
              && speed <= 1,
          from + " to " + to);
      inner.moveTip(to, speed);
    }

    @Override
    public void setBias(double volt) {
      witness(Math.abs(volt) >= 0.002 && Math.abs(volt) <= 0.005, "bias " + volt);
      inner.setBias(volt);
    }

    @Override
    public double biasVolt() {
      return inner.biasVolt();
    }

    @Override
    public synchronized void withdraw() throws InstrumentException {
      inner.withdraw();
    }

    @Override
    public boolean withdrawn() {
      return inner.withdrawn();
    }

    @Override
    public TipPosition position() {
      return inner.position();
    }

    @Override
    public Signals signals() {
      return inner.signals();
    }

    @Override
    public double tipHeightChangeAngstrom(double bias, double setpoint) {
      return 0;
    }

    @Override
    public double siteHeightAngstrom(double bias, double setpoint) {
      return 0;
    }

    @Override
    public double timeSeconds() {
      return 0;
    }

    @Override
    public void close() {}
  }

  private static double extreme(RandomStream random) {
    return switch (random.nextInt(40)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -Double.MAX_VALUE;
      case 3 -> Double.MIN_VALUE;
      case 4 -> 30 * random.nextGaussian();
      default -> 0.15 * random.nextGaussian();
    };
  }

  /** One thing that somebody does; a refusal is an answer like any other. */
  private final class Actor {
    private final SafetySupervisor supervisor;
    private final WitnessInstrument instrument;
    private final RandomStream random;
    private String lease = "none";
    private long sequence;

    Actor(SafetySupervisor supervisor, WitnessInstrument instrument, long seed) {
      this.supervisor = supervisor;
      this.instrument = instrument;
      this.random = new RandomStream(seed, "adversary");
    }

    private Ticket ticket() {
      sequence += random.nextInt(20) == 0 ? -random.nextInt(3) : 1;
      return new Ticket(random.nextInt(40) == 0 ? "forged" : lease, sequence, () -> false);
    }

    void act() {
      try {
        switch (random.nextInt(60)) {
          case 0 -> supervisor.arm("operator", 50 * random.nextDouble());
          case 1 -> clock.advance(0.1);
          case 2, 3 -> supervisor.reset("operator");
          case 4 -> {
            if (random.nextInt(4) == 0) {
              supervisor.emergencyStop("someone");
            } else {
              supervisor.disarm("operator");
            }
          }
          case 5, 6, 7 -> {
            lease = supervisor.acquireLease("agent", random.nextInt(4) == 0);
            sequence = 0;
          }
          case 8 -> supervisor.releaseLease(lease);
          case 9 -> clock.advance(0.6 * random.nextDouble());
          case 10 -> instrument.inner.currentNanoampere = random.nextInt(40) == 0 ? 90 : 20;
          case 11 -> instrument.inner.missAngstrom = random.nextInt(40) == 0 ? 1 : 0;
          case 12 ->
              instrument.inner.failure =
                  random.nextInt(40) == 0 ? new IllegalStateException("fault") : null;
          case 13 -> instrument.inner.failingWithdrawals = random.nextInt(40) == 0 ? 2 : 0;
          case 14 -> supervisor.setBias(ticket(), extreme(random) / 40);
          case 15 -> supervisor.withdraw(ticket());
          case 16 -> supervisor.checkTip(ticket());
          case 17, 18, 19 -> supervisor.approach(ticket());
          case 20, 21 -> supervisor.arm("operator", 500);
          case 22, 23, 24, 25, 26, 27, 28, 29 -> supervisor.renewLease(lease);
          case 30, 31, 32, 33 -> supervisor.watch();
          default -> {
            TipPosition at = instrument.position();
            supervisor.moveTip(
                ticket(),
                new TipPosition(
                    at.xAngstrom() + extreme(random),
                    at.yAngstrom() + extreme(random),
                    at.zAngstrom() + extreme(random)));
          }
        }
      } catch (Refusal refused) {
        assertThat(refused.getMessage()).isNotEmpty();
      }
    }
  }

  private SafetySupervisor supervise(WitnessInstrument instrument) {
    return new SafetySupervisor(instrument, LimitProfileReader.shipped(), clock, event -> {});
  }

  @Test
  void noOrderOfEventsGetsPastTheLimits() {
    WitnessInstrument instrument = new WitnessInstrument();
    SafetySupervisor supervisor = supervise(instrument);
    Actor actor = new Actor(supervisor, instrument, 1);
    int tripped = 0;
    for (int i = 0; i < 30_000; i++) {
      SafetyState before = supervisor.state().state();
      int moves = instrument.moves.get();
      actor.act();
      if (before != SafetyState.ARMED) {
        assertThat(instrument.moves.get()).as("nothing moves in state " + before).isEqualTo(moves);
      }
      assertThat(instrument.violation).isEmpty();
      if (supervisor.state().state() != SafetyState.ARMED && !supervisor.state().engaged()) {
        assertThat(instrument.withdrawn()).isTrue();
      }
      tripped += supervisor.state().state() == SafetyState.TRIPPED ? 1 : 0;
    }
    assertThat(tripped).isPositive();
    assertThat(instrument.moves.get()).as("the test does get to move the tip").isGreaterThan(1000);
  }

  @Test
  void noRaceGetsPastTheLimitsNorLeavesTheTipDown() {
    WitnessInstrument instrument = new WitnessInstrument();
    SafetySupervisor supervisor = supervise(instrument);
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      Actor actor = new Actor(supervisor, instrument, 100 + thread);
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  actor.act();
                }
              }));
    }
    threads.forEach(CompletableFuture::join);
    assertThat(instrument.violation).isEmpty();
    instrument.inner.failingWithdrawals = 0;
    supervisor.emergencyStop("end");
    await()
        .untilAsserted(
            () -> {
              supervisor.watch();
              assertThat(supervisor.state().engaged()).isFalse();
              assertThat(instrument.withdrawn()).isTrue();
            });
  }
}
