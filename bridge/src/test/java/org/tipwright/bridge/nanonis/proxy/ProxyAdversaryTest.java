package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.PATIENCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.adversary.Tally;
import org.tipwright.bridge.microscope.TruthJudge;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.env.random.RandomStream;

/**
 * Scripts that send whatever they like, armed and unarmed, in phases that change: 6,000 requests, a
 * million with {@code -Dtipwright.nightly=true}. What arrives at the microscope is held against
 * limits that are written down a second time, and so is the microscope's own truth at each step.
 */
class ProxyAdversaryTest {

  private static final boolean NIGHTLY = Boolean.getBoolean("tipwright.nightly");
  private static final int REQUESTS =
      NIGHTLY ? Integer.getInteger("tipwright.adversary", 1_000_000) : 6_000;
  private static final int SCRIPTS = 3;
  private static final int REQUESTS_UNARMED = 60;
  private static final int REQUESTS_IN_PHASE = 200;

  /** The tip takes its time to come down. */
  private static final int REQUESTS_IN_SCAN = 600;

  /** An operator who is refused more often in a row goes to the instrument. */
  private static final int PATIENT_REFUSALS = 3;

  /** Fit to arm for any phase. */
  private static final double VOLT_IN_ORDER = 0.005;

  /** From a tenth of the requests to the next. */
  private static final double MOST_GROWTH_BYTES = NIGHTLY ? 1 << 20 : 4 << 20;

  private static final double MOST_GROWTH = NIGHTLY ? 0.5 : 3;

  @TempDir private Path folder;
  private final RandomStream random = new RandomStream(5, "proxy-operator");
  private final ReentrantReadWriteLock busy = new ReentrantReadWriteLock(true);
  private final Tally tally = new Tally(REQUESTS);
  private final ArrivalJudge arrivals = new ArrivalJudge();
  private TruthJudge truth;
  private ProxyBench bench;
  private int refusedInARow;

  @BeforeEach
  void start() throws Exception {
    bench = new ProxyBench(folder, Optional.empty(), arrivals);
    truth = new TruthJudge(bench.microscope, TruthJudge.OF_SCRIPTS);
    arrivals.begin(bench.microscope, truth);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void nothingOutsideTheLimitsArrivesAndTheTruthKeepsThem() throws Exception {
    List<CompletableFuture<Void>> scripts = new ArrayList<>();
    for (int port = 0; port < SCRIPTS; port++) {
      scripts.add(
          CompletableFuture.runAsync(
              new HostileScript(bench, port, tally, busy.readLock()),
              work -> new Thread(work, "hostile-script").start()));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(scripts.toArray(CompletableFuture[]::new));
    long next = 0;
    while (!all.isDone() && truth.violation().isEmpty()) {
      if (tally.sent() >= next) {
        operate();
        writeReport();
        Optional<Phase> now = bench.supervisor.state().phase();
        next =
            tally.sent()
                + (now.isEmpty()
                    ? REQUESTS_UNARMED
                    : now.get() == Phase.SCAN ? REQUESTS_IN_SCAN : REQUESTS_IN_PHASE);
      }
      Thread.sleep(1);
    }
    writeReport();
    assertThat(truth.violation()).isEmpty();
    all.join();
    assertThat(arrivals.arrived()).as("some were let through").isGreaterThan(REQUESTS / 500);
    assertThat(tally.heapSlopeBytes()).isLessThan(MOST_GROWTH_BYTES);
    assertThat(tally.threadSlope()).isLessThan(MOST_GROWTH);
    assertThat(tally.handleSlope()).isLessThan(MOST_GROWTH);
    bench.supervisor.emergencyStop("the test");
    await().atMost(PATIENCE).until(() -> !bench.supervisor.state().engaged());
    assertThat(bench.truth.now().gapAngstrom()).isGreaterThan(100);
  }

  private void writeReport() throws IOException {
    tally.write(
        "adversary-proxy.md",
        "| arrived that moves or sets | " + arrivals.arrived() + " |\n" + truth.table());
  }

  /** Half of the time with all scripts answered, half of the time while they ask. */
  private void operate() {
    if (random.nextInt(2) == 0) {
      arm();
      return;
    }
    Lock quiet = busy.writeLock();
    quiet.lock();
    try {
      if (random.nextInt(2) == 0) {
        bench.supervisor.disarm("operator");
        tally.count("operator: disarmed");
      } else {
        arm();
      }
      truth.settled(bench.supervisor.state().phase());
    } finally {
      quiet.unlock();
    }
  }

  private void arm() {
    Phase next = nextPhase();
    truth.mayBecome(next);
    try {
      if (bench.supervisor.state().state() == SafetyState.TRIPPED) {
        tally.count("trips");
        tally.count("trip: " + unnumbered(bench.supervisor.state().tripReason()));
        bench.supervisor.reset("operator");
      }
      bench.supervisor.arm("operator", next, 600);
      tally.count("operator: armed for " + next.key());
    } catch (Refusal notNow) {
      // The tip is not up yet, say.
      tally.count("operator: could not arm: " + unnumbered(notNow.getMessage()));
      if (refusedInARow++ >= PATIENT_REFUSALS) {
        putInOrderByHand();
      }
      return;
    }
    refusedInARow = 0;
  }

  /** At the panel: no script may, unarmed, and at no bias no tip is seen to be up. */
  private void putInOrderByHand() {
    tally.count("operator: by hand at the panel");
    bench.microscope.tell(
        scope -> {
          scope.z().withdraw();
          scope.bias().set(VOLT_IN_ORDER);
        });
  }

  private static String unnumbered(@Nullable String reason) {
    return String.valueOf(reason).replaceAll("[-0-9][-0-9.]*", "#");
  }

  /** What follows in a day's work, or anything. */
  private Phase nextPhase() {
    if (random.nextInt(4) == 0 || !bench.supervisor.state().engaged()) {
      Phase[] all = Phase.values();
      return random.nextInt(2) == 0 ? Phase.SCAN : all[random.nextInt(all.length)];
    }
    return switch (bench.supervisor.state().phase().orElse(Phase.SCAN)) {
      case SCAN -> random.nextBoolean() ? Phase.APPROACH : Phase.DRAG;
      case APPROACH -> random.nextBoolean() ? Phase.LIFT : Phase.APPROACH;
      case LIFT -> random.nextBoolean() ? Phase.CARRY : Phase.PUT_DOWN;
      default -> Phase.RETREAT;
    };
  }
}
