package org.tipwright.agents.dqn;

import com.typesafe.config.Config;
import org.tipwright.agents.schedule.LinearSchedule;

/**
 * How experience is drawn by its error: Schaul, Quan, Antonoglou and Silver, ICLR 2016
 * (arXiv:1511.05952), proportional variant.
 *
 * @param exponent α of the priority {@code (|δ| + offset)^α}; 0 draws uniformly
 * @param offset added to |δ|, so that nothing is lost for good
 * @param importance β of the weight {@code (N · P)^−β}, over environment steps
 */
public record Prioritisation(double exponent, double offset, LinearSchedule importance) {

  public Prioritisation {
    if (!(exponent >= 0) || !(offset > 0)) {
      throw new IllegalArgumentException(
          "dqn.priority.exponent must be 0 or more and dqn.priority.offset above 0");
    }
  }

  static Prioritisation from(Config config) {
    return new Prioritisation(
        config.getDouble("exponent"),
        config.getDouble("offset"),
        LinearSchedule.from(config.getConfig("importance-exponent")));
  }

  boolean isOn() {
    return exponent > 0;
  }

  double priority(double error) {
    double size = Math.abs(error) + offset;
    return exponent == 1 ? size : Math.pow(size, exponent);
  }
}
