package org.tipwright.agents.network;

import java.util.List;

/**
 * The shape of a network with hidden dense layers and two linear heads, {@code value} (one output)
 * and {@code advantage} (one output per choice), after Wang et al., ICML 2016 (arXiv:1511.06581).
 *
 * @param inputs numbers that go in
 * @param hidden widths of the hidden layers, first to last; at least one
 * @param activation of every hidden layer
 * @param choices outputs of the advantage head
 */
public record DuelingShape(
    int inputs, List<Integer> hidden, HiddenActivation activation, int choices) {

  public DuelingShape {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || choices < 1 || hidden.isEmpty() || hidden.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "a network needs at least one input, one choice and one hidden layer of one unit, not "
              + inputs
              + " inputs, "
              + choices
              + " choices and hidden layers "
              + hidden);
    }
  }

  /** Width of the layer that the heads read. */
  public int lastHidden() {
    return hidden.get(hidden.size() - 1);
  }

  /** Outputs of both heads: the value, then the advantages. */
  public int outputs() {
    return 1 + choices;
  }

  /** Numbers in the flat parameter vector. */
  public int parameterCount() {
    int count = 0;
    int width = inputs;
    for (int next : hidden) {
      count += (width + 1) * next;
      width = next;
    }
    return count + (width + 1) * outputs();
  }
}
