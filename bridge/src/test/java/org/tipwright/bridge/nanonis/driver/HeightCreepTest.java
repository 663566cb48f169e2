package org.tipwright.bridge.nanonis.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.physics.instrument.FaultSettings;
import org.tipwright.physics.instrument.InstrumentFaults;

/** On a scanner with the creep, drift and noise of a good microscope at 5 K. */
class HeightCreepTest {

  private static final double UP_ANGSTROM = 55;

  private InstrumentFaults scanner = scanner(0);
  private final HeightCreep creep = new HeightCreep();

  private static InstrumentFaults scanner(long seed) {
    InstrumentFaults scanner =
        new InstrumentFaults(FaultSettings.lowTemperature(), new SplittableRandom(seed));
    scanner.settle(0, 0, UP_ANGSTROM);
    return scanner;
  }

  /** What a feedback would have to command for a tip at the surface, at 0. */
  private double height(double commanded) {
    return commanded - scanner.tipZ();
  }

  private long nanos() {
    return (long) (scanner.seconds() * 1e9);
  }

  private double land(double restSeconds) {
    scanner.moveTo(0, 0, 0, 0.5);
    creep.landed(nanos());
    double height = 0;
    for (double t = 0; t < restSeconds; t++) {
      scanner.moveTo(0, 0, 0, 1);
      height = height(0);
      creep.read(height, nanos());
    }
    return height;
  }

  private void withdraw(double seconds) {
    scanner.moveTo(0, 0, UP_ANGSTROM, 0.5);
    creep.withdrawn(nanos());
    scanner.moveTo(0, 0, UP_ANGSTROM, seconds);
  }

  /** A landing, a lift, and the same place again; each after a way from the end of z. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aBareTipReadsUnchangedAfterALift(long seed) {
    scanner = scanner(seed);
    double before = land(20);
    double time = creep.logTime(nanos());
    scanner.moveTo(0, 0, 0, 60);
    for (double z = 0; z < 10; z += 0.1) {
      scanner.moveTo(0, 0, z, 0.5);
    }
    withdraw(3);
    double later = land(5);
    double crept = creep.between(time, creep.logTime(nanos()));
    assertThat(later - before).as("by itself").isGreaterThan(0.3);
    assertThat(Math.abs(later - before - crept)).isLessThan(0.15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSecondLiftIsMeasuredByWhatTheFirstOneShowed(long seed) {
    scanner = scanner(seed);
    double unused = land(20);
    scanner.moveTo(0, 0, 0, 100);
    withdraw(3);
    unused = land(5);
    withdraw(3);
    double before = land(3);
    double time = creep.logTime(nanos());
    scanner.moveTo(0, 0, 0, 100);
    withdraw(3);
    double later = land(3);
    double crept = creep.between(time, creep.logTime(nanos()));
    assertThat(Math.abs(later - before - crept)).isLessThan(0.15);
  }
}
