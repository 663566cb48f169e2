package org.tipwright.agents.policy;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/** A policy and an environment do not speak of the same things. */
public final class SpecMismatch extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private SpecMismatch(String message) {
    super(message);
  }

  static void check(ModelCard card, ObservationSpec observationSpec, ActionSpec actionSpec) {
    List<Component> expected = card.observationSpec().components();
    List<Component> offered = observationSpec.components();
    for (int i = 0; i < Math.max(expected.size(), offered.size()); i++) {
      String wanted = i < expected.size() ? text(expected.get(i)) : "nothing more";
      String found = i < offered.size() ? text(offered.get(i)) : "nothing more";
      if (!wanted.equals(found)) {
        throw new SpecMismatch(
            "the policy expects "
                + expected.size()
                + " observations but the environment offers "
                + offered.size()
                + "; the first difference is number "
                + (i + 1)
                + ": "
                + wanted
                + " against "
                + found
                + "; use the settings that the policy was trained with, or retrain it");
      }
    }
    if (!card.actionSpec().equals(actionSpec)) {
      throw new SpecMismatch(
          "the policy chooses "
              + card.actionSpec().asText()
              + " but the environment takes "
              + actionSpec.asText());
    }
  }

  private static String text(Component c) {
    return "'" + c.name() + "' [" + c.unit() + "] from " + c.low() + " to " + c.high();
  }
}
