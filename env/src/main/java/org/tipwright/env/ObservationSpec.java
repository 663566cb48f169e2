package org.tipwright.env;

import java.util.List;

/**
 * The shape of an observation: a flat vector of named numbers.
 *
 * @param components one entry per number, in order
 */
public record ObservationSpec(List<Component> components) {

  public ObservationSpec {
    components = List.copyOf(components);
  }

  /** Number of values in an observation. */
  public int size() {
    return components.size();
  }

  /** The spec as text, one line per component: equal specs give equal text. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    for (Component c : components) {
      text.append(c.name())
          .append(" [")
          .append(c.unit())
          .append("] ")
          .append(c.low())
          .append(" .. ")
          .append(c.high());
      text.append('\n');
    }
    return text.toString();
  }
}
