package org.tipwright.tests.architecture.wronghouse.physics;

import java.util.function.DoubleUnaryOperator;

/** Transcendental functions of Math, called and referred to. */
public final class LooseTrigonometry {

  private LooseTrigonometry() {}

  static double sine(double x) {
    return Math.sin(x);
  }

  static DoubleUnaryOperator exponential() {
    return Math::exp;
  }

  static double root(double x) {
    return Math.sqrt(Math.abs(x)) + StrictMath.sin(x);
  }
}
