package org.tipwright.agents.dqn;

/** What a temporal-difference error δ costs, and the slope of that. */
public enum TdLoss {
  /** {@code δ²/2} up to |δ| = 1, {@code |δ| − 1/2} beyond; Huber, Ann. Math. Stat. 35 (1964) 73. */
  HUBER {
    @Override
    double of(double error) {
      double size = Math.abs(error);
      return size <= 1 ? 0.5 * size * size : size - 0.5;
    }

    @Override
    double slope(double error) {
      return Math.max(-1, Math.min(1, error));
    }
  },
  /** {@code δ²/2}. */
  SQUARED {
    @Override
    double of(double error) {
      return 0.5 * error * error;
    }

    @Override
    double slope(double error) {
      return error;
    }
  };

  abstract double of(double error);

  abstract double slope(double error);
}
