package org.tipwright.agents.kernel;

/**
 * One dense layer of a network.
 *
 * @param name what the network calls it
 * @param below number of the layer it reads, −1 for the network's input
 * @param inputs numbers it reads
 * @param units numbers it gives
 * @param activation what it applies to its sums
 */
public record LayerShape(String name, int below, int inputs, int units, Activation activation) {

  public LayerShape {
    if (inputs < 1 || units < 1) {
      throw new IllegalArgumentException(
          "layer '"
              + name
              + "' has "
              + inputs
              + " inputs and "
              + units
              + " units; at least 1 each");
    }
  }

  /** Weights and biases. */
  public int parameterCount() {
    return (inputs + 1) * units;
  }
}
