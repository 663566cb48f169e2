package org.tipwright.bridge.safety;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator arms for: each phase of the work has limits and an allow-list of its own. */
public enum Phase {
  /** Imaging, and the way to the next place, with the feedback on. */
  SCAN("scan"),
  /** Down to contact with the chosen oxygen, the feedback off. */
  APPROACH("approach"),
  /** In contact and lifting; also an agent's whole work, with its own approach and measurements. */
  LIFT("lift"),
  /** The lifted molecule over the surface. */
  CARRY("carry"),
  /** A molecule lowered to the metal. */
  PUT_DOWN("put-down"),
  /** Adatoms dragged with the feedback on. */
  DRAG("drag"),
  /** Straight up, at a speed that keeps the place. */
  RETREAT("retreat"),
  /** Dips and pulses over a spare patch. */
  TIP_PREPARATION("tip-preparation");

  private final String key;

  Phase(String key) {
    this.key = key;
  }

  /** What it is called in profiles, on the wire and on command lines. */
  public String key() {
    return key;
  }

  /** The phase of that name, if there is one. */
  public static Optional<Phase> named(String key) {
    return Arrays.stream(values()).filter(phase -> phase.key.equals(key)).findFirst();
  }

  /** All names, for sentences. */
  public static String names() {
    return Arrays.stream(values()).map(Phase::key).collect(Collectors.joining(", "));
  }
}
