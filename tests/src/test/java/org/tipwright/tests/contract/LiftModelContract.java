package org.tipwright.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;

/**
 * What every lift engine has to do, whatever its model. The tip walks at random, as an agent would
 * that knows nothing: 200 walks, or 10,000 with {@code -Dtipwright.nightly=true}.
 *
 * @param <M> the engine, for what it tells beyond {@link LiftModel}
 */
abstract class LiftModelContract<M extends LiftModel> {

  private static final long SEED = 20_201;
  private static final int WALKS = Boolean.getBoolean("tipwright.nightly") ? 10_000 : 200;
  private static final int REPEATED_WALKS = 20;
  private static final int STEPS = 140;
  private static final int EVERY_NEIGHBOUR_AND_CORNER = 32;

  /** Largest force on an atom or hinge in a state that may be seen, in eV/Å. */
  private static final double CONVERGED = 1e-3;

  /** Energy in eV by which a smooth move may miss the work of the tip: rounding, curvature. */
  private static final double SMOOTH_EV = 0.03;

  /** A new engine at its default accuracy. */
  abstract M engine();

  /** Mean strength in nN of the tips that this engine's tasks draw; the spread is a tenth. */
  abstract double meanStrengthNanonewton();

  /** Energy of the last state in eV, with the bond to the tip. */
  abstract double energyEv(M engine);

  /** Whether the engine says that the last move went over an edge: a slip, a tear, a rupture. */
  abstract boolean slid(M engine);

  /** Largest force left in the last state, in eV/Å. */
  abstract double residualEvPerAngstrom(M engine);

  @Test
  void atContactTheMoleculeRestsAndTheBondHolds() throws NotConverged {
    M engine = engine();
    for (int i = 0; i < EVERY_NEIGHBOUR_AND_CORNER; i++) {
      engine.place(new LiftSite(0.2 * i, i % 4, i / 4, meanStrengthNanonewton()));
      assertThat(engine.bondIntact()).isTrue();
      assertThat(engine.freeOfSite()).isFalse();
      assertThat(engine.tipForceNanonewton()).isLessThan(0.25 * meanStrengthNanonewton());
      assertThat(residualEvPerAngstrom(engine)).isLessThan(CONVERGED);
    }
  }

  @Test
  void aWalkNeverShowsAnUnfinishedStateOrAnUnexplainedJump() throws NotConverged {
    M engine = engine();
    RandomGenerator random = new SplittableRandom(SEED);
    int ruptures = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      walk(engine, random, null);
      ruptures += engine.bondIntact() ? 0 : 1;
    }
    assertThat(ruptures).isBetween(1, WALKS - 1);
  }

  @Test
  void theSameSeedGivesTheSameBytesInAnotherEngine() throws NotConverged {
    assertThat(checksumOfWalks()).isEqualTo(checksumOfWalks());
  }

  @Test
  void theSameSeedGivesTheSameBytesInAnotherJvm() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LiftWalkChecksum.class.getName(),
                getClass().getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).isZero();
    assertThat(printed.strip()).isEqualTo(checksumOfWalks());
  }

  @Test
  void aMoleculeIsPlacedAsIfItWereTheFirst() throws NotConverged {
    LiftSite site = new LiftSite(0.3, 2, 1, meanStrengthNanonewton());
    M fresh = engine();
    fresh.place(site);
    fresh.moveTip(0.3, -0.3, 0.5);
    M used = engine();
    walk(used, new SplittableRandom(1), null);
    used.place(site);
    used.moveTip(0.3, -0.3, 0.5);
    assertThat(energyEv(used)).isEqualTo(energyEv(fresh));
    assertThat(used.tipForceNanonewton()).isEqualTo(fresh.tipForceNanonewton());
  }

  @Test
  void aBrokenBondStaysBrokenAndBearsNothing() throws NotConverged {
    M engine = engine();
    engine.place(new LiftSite(0, 0, 0, meanStrengthNanonewton()));
    engine.moveTip(0, 0, 0.5);
    engine.release();
    assertThat(residualEvPerAngstrom(engine)).isLessThan(CONVERGED);
    assertThat(slid(engine)).isTrue();
    engine.moveTip(0, 0, 0);
    assertThat(engine.bondIntact()).isFalse();
    assertThat(engine.tipForceNanonewton()).isZero();
    assertThat(engine.verticalStiffnessNewtonPerMetre()).isZero();
    assertThat(engine.bondStretchAngstrom()).isInfinite();
  }

  @Test
  void theStiffnessIsTheSlopeOfTheForceWhereTheLiftIsSmooth() throws NotConverged {
    M engine = engine();
    engine.place(new LiftSite(0, 0, 7, 2 * meanStrengthNanonewton()));
    engine.moveTip(0, 0, 0.1);
    double below = engine.tipForceNanonewton();
    engine.moveTip(0, 0, 0.15);
    double stiffness = engine.verticalStiffnessNewtonPerMetre();
    engine.moveTip(0, 0, 0.2);
    double above = engine.tipForceNanonewton();
    // 1 nN/Å is 10 N/m.
    double slope = (above - below) / 0.1 * 10;
    assertThat(stiffness).isCloseTo(slope, within(0.5 + 0.05 * slope));
  }

  /** A hash of some walks: every energy, force, stretch and stiffness to the last bit. */
  String checksumOfWalks() throws NotConverged {
    M engine = engine();
    RandomGenerator random = new SplittableRandom(SEED);
    CRC32C sum = new CRC32C();
    for (int walk = 0; walk < REPEATED_WALKS; walk++) {
      walk(engine, random, sum);
    }
    return HexFormat.of().toHexDigits(sum.getValue());
  }

  /** Up mostly, sideways as often as not, down at times, until the bond breaks or the walk ends. */
  private void walk(M engine, RandomGenerator random, @Nullable CRC32C sum) throws NotConverged {
    double strength = meanStrengthNanonewton() * (1 + 0.1 * random.nextGaussian());
    engine.place(
        new LiftSite(
            2 * StrictMath.PI * random.nextDouble(),
            random.nextInt(4),
            random.nextInt(8),
            strength));
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < STEPS && engine.bondIntact(); i++) {
      double stepX = 0.3 * (random.nextInt(3) - 1);
      double stepY = 0.3 * (random.nextInt(3) - 1);
      double stepZ = z > 0 && random.nextInt(5) == 0 ? -0.1 : 0.1;
      x += stepX;
      y += stepY;
      z += stepZ;
      double energy = energyEv(engine);
      double force = engine.tipForceNanonewton();
      engine.moveTip(x, y, z);
      double distance = StrictMath.sqrt(stepX * stepX + stepY * stepY + stepZ * stepZ);
      check(engine, energy, force, distance);
      if (sum != null) {
        add(engine, sum);
      }
    }
  }

  private void check(M engine, double energyBefore, double forceBefore, double distance) {
    double force = engine.tipForceNanonewton();
    double energy = energyEv(engine);
    assertThat(energy).isFinite();
    assertThat(force).isFinite().isNotNegative();
    assertThat(engine.verticalStiffnessNewtonPerMetre()).isFinite();
    assertThat(engine.bondStretchAngstrom()).isNotNaN();
    assertThat(residualEvPerAngstrom(engine)).isLessThan(CONVERGED);
    if (!engine.bondIntact()) {
      assertThat(force).isZero();
      assertThat(slid(engine)).isTrue();
    } else if (!slid(engine)) {
      double work =
          StrictMath.max(force, forceBefore) * distance / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
      assertThat(energy - energyBefore).isBetween(-work - SMOOTH_EV, work + SMOOTH_EV);
    }
  }

  private void add(M engine, CRC32C sum) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Double.BYTES);
    bytes.putDouble(energyEv(engine)).putDouble(engine.tipForceNanonewton());
    bytes.putDouble(engine.bondStretchAngstrom());
    bytes.putDouble(engine.verticalStiffnessNewtonPerMetre());
    sum.update(bytes.array());
  }
}
