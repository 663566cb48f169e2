package org.tipwright.runs.validation;

import java.util.List;
import org.tipwright.physics.NotConverged;

/**
 * One comparison of the production engines with a source.
 *
 * @param name what is checked, in a few words
 * @param source where the expected numbers come from: a paper, or the analytic law
 * @param measurement runs the engines and gives every number side by side
 */
public record Check(String name, String source, Measurement measurement) {

  /** Runs the engines. */
  @FunctionalInterface
  public interface Measurement {

    /** The numbers, in the order in which they are shown. */
    List<Finding> measure() throws NotConverged;
  }
}
