package org.tipwright.bridge.microscope;

import java.util.Arrays;
import java.util.List;

/**
 * The coarse positioner: slip-stick steps that take their time. Here Z+ is away from the sample;
 * which one it is depends on the instrument.
 */
public final class CoarseMotor {

  /** Directions in the controller's order of numbers. */
  public enum Direction {
    /** x, forward. */
    X_PLUS(0, 1),
    /** x, back. */
    X_MINUS(0, -1),
    /** y, forward. */
    Y_PLUS(1, 1),
    /** y, back. */
    Y_MINUS(1, -1),
    /** Away from the sample. */
    Z_PLUS(2, 1),
    /** Towards the sample. */
    Z_MINUS(2, -1);

    private final int axis;
    private final int sign;

    Direction(int axis, int sign) {
      this.axis = axis;
      this.sign = sign;
    }
  }

  private static final double FULL_VOLT = 100;

  private final List<Double> stepAngstrom;
  private final double[] hertz = new double[3];
  private final double[] volt = {FULL_VOLT, FULL_VOLT, FULL_VOLT};
  private final double[] position = new double[3];
  private final int[] counter = new int[3];
  private Direction direction = Direction.Z_PLUS;
  private double remaining;
  private double done;
  private double[] target = new double[0];

  CoarseMotor(MicroscopeSettings.Motor settings) {
    this.stepAngstrom = settings.stepAngstrom();
    Arrays.fill(hertz, settings.stepsPerSecond());
  }

  /** Makes the steps of a time; tells whether it moved sideways. */
  boolean step(double seconds) {
    if (remaining <= 0 && !aimNext()) {
      return false;
    }
    done += Math.min(remaining, hertz[direction.axis] * seconds);
    remaining -= hertz[direction.axis] * seconds;
    int whole = (int) Math.floor(done + 1e-9);
    done -= whole;
    counter[direction.axis] += direction.sign * whole;
    position[direction.axis] +=
        direction.sign
            * whole
            * stepAngstrom.get(direction.axis)
            * volt[direction.axis]
            / FULL_VOLT;
    return whole > 0 && direction.axis < 2;
  }

  /** Steps in one direction. */
  public void start(Direction wanted, int steps) {
    stop();
    direction = wanted;
    remaining = Ranges.within("steps", steps, 1, 65535);
  }

  /** Steps axis by axis, z first, until the nearest step to a position in Å. */
  public void startTo(double xAngstrom, double yAngstrom, double zAngstrom) {
    stop();
    target =
        new double[] {
          Ranges.finite("x (Å)", xAngstrom),
          Ranges.finite("y (Å)", yAngstrom),
          Ranges.finite("z (Å)", zAngstrom)
        };
  }

  private boolean aimNext() {
    if (target.length == 0) {
      return false;
    }
    for (int axis = 2; axis >= 0; axis--) {
      double size = stepAngstrom.get(axis) * volt[axis] / FULL_VOLT;
      double steps = StrictMath.rint((target[axis] - position[axis]) / size);
      if (steps != 0) {
        direction = Direction.values()[2 * axis + (steps > 0 ? 0 : 1)];
        remaining = Math.abs(steps);
        return true;
      }
    }
    target = new double[0];
    return false;
  }

  /** Stops. */
  public void stop() {
    remaining = 0;
    done = 0;
    target = new double[0];
  }

  /** Whether it is stepping. */
  public boolean moving() {
    return remaining > 0 || target.length > 0;
  }

  /** Where it is on an axis, 0 to 2, in Å from where it started. */
  public double positionAngstrom(int axis) {
    return position[axis];
  }

  /** Steps made on an axis since the counter was last set to 0. */
  public int counter(int axis) {
    return counter[axis];
  }

  /** Sets an axis's counter to 0. */
  public void resetCounter(int axis) {
    counter[axis] = 0;
  }

  /** Step frequency of an axis, in Hz. */
  public double hertz(int axis) {
    return hertz[axis];
  }

  /** Amplitude of an axis's steps, in V. */
  public double volt(int axis) {
    return volt[axis];
  }

  /** Sets frequency and amplitude of one axis, or of all with axis −1. */
  public void drive(double stepsPerSecond, double amplitudeVolt, int axis) {
    Ranges.within("step frequency (Hz)", stepsPerSecond, 1, 20_000);
    Ranges.within("step amplitude (V)", amplitudeVolt, 1, 400);
    for (int i = 0; i < 3; i++) {
      if (axis == i || axis == -1) {
        hertz[i] = stepsPerSecond;
        volt[i] = amplitudeVolt;
      }
    }
  }
}
