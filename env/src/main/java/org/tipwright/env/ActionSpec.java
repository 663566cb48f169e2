package org.tipwright.env;

import java.util.List;

/** The shape of an action. An action is always a flat float vector of {@link #size()} numbers. */
public sealed interface ActionSpec {

  /** Numbers in one action. */
  int size();

  /** The spec as text: equal specs give equal text. */
  String asText();

  /**
   * A choice among named actions; the action vector holds one number, the index of the choice.
   *
   * @param names one per choice, in order
   */
  record Discrete(List<String> names) implements ActionSpec {

    public Discrete {
      names = List.copyOf(names);
    }

    /** How many choices there are. */
    public int count() {
      return names.size();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String asText() {
      return "one of " + String.join(", ", names);
    }

    /**
     * The index held by an action value.
     *
     * @throws IllegalArgumentException if it is not a whole number from 0 to count − 1
     */
    public int index(float action) {
      int index = (int) action;
      if (index != action || index < 0 || index >= names.size()) {
        throw new IllegalArgumentException(
            "action "
                + action
                + " is not one of 0 to "
                + (names.size() - 1)
                + " ("
                + String.join(", ", names)
                + ")");
      }
      return index;
    }
  }

  /**
   * A vector of bounded numbers.
   *
   * @param components one entry per number, in order
   */
  record Continuous(List<Component> components) implements ActionSpec {

    public Continuous {
      components = List.copyOf(components);
    }

    @Override
    public int size() {
      return components.size();
    }

    @Override
    public String asText() {
      return new ObservationSpec(components).asText();
    }
  }
}
