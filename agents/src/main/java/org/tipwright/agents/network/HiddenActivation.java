package org.tipwright.agents.network;

import org.tipwright.agents.kernel.Activation;

/** What a hidden layer can apply to its weighted sums. */
public enum HiddenActivation {
  /** {@code max(0, x)}. */
  RELU(Activation.RELU),
  /** {@code tanh(x)}. */
  TANH(Activation.TANH);

  private final Activation activation;

  HiddenActivation(Activation activation) {
    this.activation = activation;
  }

  /** The kernel's name for it. */
  public Activation activation() {
    return activation;
  }
}
