package org.tipwright.agents.baseline;

import java.util.stream.IntStream;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.ObservationSpec;

/**
 * A control: a policy that is never shown what came of its earlier attempts at a molecule. What it
 * lifts less in several attempts is what its memory was worth.
 */
public final class ForgottenAttempts implements Policy {

  private final Policy policy;
  private final int size;
  private final int[] remembered;

  /**
   * The control of a policy.
   *
   * @param spec of the lift's observation
   */
  public ForgottenAttempts(Policy policy, ObservationSpec spec) {
    this.policy = policy;
    this.size = spec.size();
    this.remembered =
        IntStream.range(0, size)
            .filter(i -> spec.components().get(i).name().startsWith("attempt-"))
            .toArray();
  }

  /** Whether there is any memory to take away. */
  public boolean differs() {
    return remembered.length > 0;
  }

  @Override
  public String name() {
    return policy.name() + ", attempts forgotten";
  }

  @Override
  public void act(float[] observations, float[] actions, int rows) {
    float[] shown = observations.clone();
    for (int row = 0; row < rows; row++) {
      for (int i : remembered) {
        shown[row * size + i] = 0;
      }
    }
    policy.act(shown, actions, rows);
  }
}
