package org.tipwright.agents.policy;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;

/**
 * From a network's outputs to actions. A choice is the output that is highest; numbers are in units
 * of their scale about the middle of their bounds, and cut off at the bounds.
 */
public final class ActionScale {

  private final int outputs;
  private final int size;
  private final List<Component> components;

  /**
   * The scale of a spec.
   *
   * @throws IllegalArgumentException if a number of the action has no bounds
   */
  public ActionScale(ActionSpec spec) {
    this.size = spec.size();
    if (spec instanceof ActionSpec.Discrete discrete) {
      this.outputs = discrete.count();
      this.components = List.of();
    } else {
      this.outputs = spec.size();
      this.components = ((ActionSpec.Continuous) spec).components();
    }
    for (Component c : components) {
      if (!Float.isFinite(c.low()) || !Float.isFinite(c.high())) {
        throw new IllegalArgumentException(
            "the action's '" + c.name() + "' has no bounds, so it cannot be learnt");
      }
    }
  }

  /** Outputs of the network that one action takes. */
  public int outputs() {
    return outputs;
  }

  /** Numbers in an action. */
  public int size() {
    return size;
  }

  /** Writes the best action of a row of outputs. */
  public void best(float[] row, float[] action, int offset) {
    if (components.isEmpty()) {
      action[offset] = ActionChoice.best(row, 0, outputs);
    } else {
      toEnvironment(row, action, offset);
    }
  }

  /** Brings numbers from the network's units to the environment's. */
  public void toEnvironment(float[] numbers, float[] action, int offset) {
    if (components.isEmpty()) {
      System.arraycopy(numbers, 0, action, offset, size);
    }
    for (int i = 0; i < components.size(); i++) {
      Component c = components.get(i);
      float value = 0.5f * c.low() + 0.5f * c.high() + c.scale() * numbers[i];
      action[offset + i] = Math.max(c.low(), Math.min(c.high(), value));
    }
  }
}
