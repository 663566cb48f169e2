package org.tipwright.bridge.microscope;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tipwright.bridge.safety.Phase;

/**
 * Holds what is really so in a simulated microscope, after each of its steps, against limits that
 * are written down here a second time. What is still so of an earlier phase, a bias say, is held
 * against the widest limit of the phases since the tip was last out of reach without the feedback
 * on.
 */
public final class TruthJudge {

  /** From here on a tip is out of reach of everything, in Å. */
  private static final double UP_ANGSTROM = 100;

  private static final double G0_NANOSIEMENS = 77480.917;
  private static final double NOISE_NANOAMPERE = 0.02;
  private static final double NOISE_ANGSTROM = 0.08;

  /**
   * What may be so.
   *
   * @param nanoampere current
   * @param quanta conductance in G0
   * @param volt bias
   * @param sideways speed in Å/s
   * @param down speed with the feedback off, in Å/s
   * @param step of z in Å: a height is a jump, and two may fall together on a busy machine
   * @param touches whether the tip is driven into the surface on purpose
   */
  public record Allowed(
      double nanoampere,
      double quanta,
      double volt,
      double sideways,
      double down,
      double step,
      boolean touches) {

    private static final Allowed NOTHING = new Allowed(0, 0, 0, 0, 0, 0, false);

    private Allowed or(Allowed other) {
      return new Allowed(
          Math.max(nanoampere, other.nanoampere),
          Math.max(quanta, other.quanta),
          Math.max(volt, other.volt),
          Math.max(sideways, other.sideways),
          Math.max(down, other.down),
          Math.max(step, other.step),
          touches || other.touches);
    }
  }

  private static final double ANY = Double.POSITIVE_INFINITY;

  /** What a script may bring about. */
  public static final Map<Phase, Allowed> OF_SCRIPTS =
      Map.of(
          Phase.SCAN, new Allowed(2, 1e-3, 1, 500, 0, 0, false),
          Phase.APPROACH, new Allowed(80, 0.3, 0.005, 0, 0.5, 0.05, false),
          Phase.LIFT, new Allowed(80, 0.3, 0.005, 1, 1, 0.32, false),
          Phase.CARRY, new Allowed(0.1, 3e-4, 0.005, 5, 5, 1, false),
          Phase.PUT_DOWN, new Allowed(80, 0.3, 0.005, 0.5, 0.5, 0.05, false),
          Phase.DRAG, new Allowed(80, 0.12, 0.015, 10, 0, 0, false),
          Phase.RETREAT, new Allowed(ANY, ANY, 0, 0, 0, 0, false),
          Phase.TIP_PREPARATION, new Allowed(ANY, ANY, 4.1, 10, 10, 0.5, true));

  /** What an agent may bring about; 50 mV are the driver's own, when it looks for the height. */
  public static final Map<Phase, Allowed> OF_AGENTS =
      Map.of(Phase.LIFT, new Allowed(80, 0.3, 0.05, 1, 1, 0.05, false));

  /** What came nearest to its limit. */
  private record Worst(double value, double allowed, double share, Set<Phase> in) {}

  private final Map<Phase, Allowed> limits;
  private final Map<String, Worst> worst = new ConcurrentSkipListMap<>();
  private volatile Set<Phase> possible = Set.of();
  private volatile String violation = "";

  // Under the microscope's lock.
  private Set<Phase> since = EnumSet.noneOf(Phase.class);
  private Set<Phase> summedUp = Set.of();
  private Allowed allowed = Allowed.NOTHING;
  private double lastSeconds = Double.NaN;
  private long lastNanos;
  private double lastX;
  private double lastY;
  private double lastZ;
  private double ahead;
  private double lowestAngstrom = ANY;
  private int crashes;
  private long steps;
  private volatile long stepsDown;

  /** Judges every step of a microscope from now on. */
  public TruthJudge(Microscope microscope, Map<Phase, Allowed> limits) {
    this.limits = limits;
    microscope.follow(this::see);
  }

  /** An operator is about to arm for a phase; what was armed may go on until all is quiet. */
  public void mayBecome(Phase phase) {
    Set<Phase> more = EnumSet.of(phase);
    more.addAll(possible);
    possible = more;
  }

  /** All is quiet, and nothing but this is armed. */
  public void settled(Optional<Phase> phase) {
    possible = phase.<Set<Phase>>map(EnumSet::of).orElse(Set.of());
  }

  /** What may be armed at the moment. */
  public Set<Phase> possible() {
    return possible;
  }

  /** The first thing that was not as it must be; empty if there was none. */
  public String violation() {
    return violation;
  }

  /** Steps of the microscope at which the tip was within reach of the surface. */
  public long stepsDown() {
    return stepsDown;
  }

  /** Something is not as it must be. */
  public synchronized void violate(String what) {
    if (violation.isEmpty()) {
      violation = what + "; armed may be " + possible;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the microscope's lock
  private void see(Controller state) {
    MicroscopeTruth.Moment now = MicroscopeTruth.moment(state);
    long nanos = System.nanoTime();
    double x = state.piezo().trueX();
    double y = state.piezo().trueY();
    double z = state.piezo().trueZ();
    if (!Double.isNaN(lastSeconds)) {
      steps++;
      if (now.gapAngstrom() > UP_ANGSTROM && !state.z().on()) {
        since.clear();
        ahead = 0;
      }
      since.addAll(possible);
      if (!since.equals(summedUp)) {
        sumUp();
      }
      if (now.gapAngstrom() <= UP_ANGSTROM) {
        stepsDown++;
        double seconds = now.seconds() - lastSeconds;
        judge(now);
        sideways(Math.hypot(x - lastX, y - lastY), seconds);
        down(
            lastZ - z,
            Math.max(seconds, (nanos - lastNanos) / 1e9),
            state.z().on() || state.z().withdrawing());
      }
      crashed(now);
    }
    lastSeconds = now.seconds();
    lastNanos = nanos;
    lastX = x;
    lastY = y;
    lastZ = z;
  }

  private void sumUp() {
    summedUp = Set.copyOf(since);
    allowed = Allowed.NOTHING;
    for (Phase phase : since) {
      allowed = allowed.or(limits.getOrDefault(phase, Allowed.NOTHING));
    }
  }

  private void judge(MicroscopeTruth.Moment now) {
    hold("current (nA)", Math.abs(now.currentNanoampere()), allowed.nanoampere, NOISE_NANOAMPERE);
    hold("conductance (G0)", now.conductanceNanosiemens() / G0_NANOSIEMENS, allowed.quanta, 1e-9);
    hold("bias (V)", Math.abs(now.biasVolt()), allowed.volt, 1e-6);
    if (!allowed.touches && now.gapAngstrom() < lowestAngstrom) {
      lowestAngstrom = now.gapAngstrom();
      if (lowestAngstrom < 0) {
        violate("the tip was " + -lowestAngstrom + " Å beyond point contact");
      }
    }
  }

  private void sideways(double angstrom, double seconds) {
    hold("speed sideways (Å/s)", angstrom / seconds, allowed.sideways, 0.01 / seconds * 0.1);
  }

  /** By how much the tip is lower than it could be at the speed allowed. */
  private void down(double angstrom, double seconds, boolean othersMoveIt) {
    ahead = othersMoveIt ? 0 : Math.max(0, ahead + angstrom - allowed.down * seconds);
    hold("down, ahead of the speed (Å)", ahead, 2 * allowed.step, NOISE_ANGSTROM);
  }

  private void crashed(MicroscopeTruth.Moment now) {
    int known = crashes;
    crashes = now.wreckage().crashes();
    if (crashes > known && !allowed.touches) {
      violate(crashes + " crashes, the deepest of " + now.wreckage().deepestAngstrom() + " Å");
    }
  }

  private void hold(String what, double value, double most, double tolerance) {
    double share = value / (most + tolerance);
    Worst known = worst.get(what);
    if (known == null || share > known.share) {
      worst.put(what, new Worst(value, most, share, Set.copyOf(since)));
    }
    if (!(value <= most * (1 + 1e-6) + tolerance)) {
      violate(what + " was " + value + ", at most " + most + " is allowed in " + since);
    }
  }

  /** What was seen, a line of a table each. */
  public String table() {
    StringBuilder lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "| true steps judged, with the tip down | %d, %d |%n| nearest to point contact where"
                + " it is not to be touched (Å) | %.2f |%n| touches |  %d |%n",
            steps,
            stepsDown,
            lowestAngstrom,
            crashes));
    worst.forEach(
        (what, most) ->
            lines.append(
                String.format(
                    Locale.ROOT,
                    "| true %s | %.4g of %.4g after %s |%n",
                    what,
                    most.value,
                    most.allowed,
                    most.in)));
    return lines.toString();
  }
}
