package org.tipwright.physics.slide.rigid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RigidFieldTest {

  private static final double STEP = 1e-5;

  private final RigidField field = new RigidField(RigidMolecule.ptcdaOnSilver());

  @Property(tries = 200)
  void forcesAndTorqueAreTheSlopesOfTheEnergy(
      @ForAll @DoubleRange(min = -4, max = 4) double x,
      @ForAll @DoubleRange(min = -4, max = 4) double y,
      @ForAll @DoubleRange(min = -3.2, max = 3.2) double azimuth,
      @ForAll @DoubleRange(min = 2, max = 4) double height) {
    field.moveTip(5, 2, height);
    energy(x, y, azimuth);
    double forceX = field.forceX();
    double forceY = field.forceY();
    double torque = field.torque();
    double scale = 0.1 + Math.abs(forceX) + Math.abs(forceY) + Math.abs(torque);
    close(forceX, energy(x - STEP, y, azimuth) - energy(x + STEP, y, azimuth), scale);
    close(forceY, energy(x, y - STEP, azimuth) - energy(x, y + STEP, azimuth), scale);
    close(torque, energy(x, y, azimuth - STEP) - energy(x, y, azimuth + STEP), scale);
  }

  private static void close(double force, double difference, double scale) {
    assertThat(force).isCloseTo(difference / (2 * STEP), within(1e-6 * scale));
  }

  private double energy(double x, double y, double azimuth) {
    field.clear();
    field.add(x, y, azimuth);
    return field.energyEv();
  }
}
