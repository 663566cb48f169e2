package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import org.tipwright.bridge.safety.Phase;

/**
 * Where heights count from, taken by the bridge itself. In phases with the feedback on: where it
 * first held the tip. On the way down: where it held it last. From contact on: where the tip was
 * when the operator armed for the lift. In a retreat: where that began.
 */
final class Origin {

  private static final int STEADY = 3;

  private double held = Double.NaN;
  private double contact = Double.NaN;
  private double zMetre = Double.NaN;
  private int steady;
  private boolean placed;

  /** The tip is up: nothing holds any more. */
  void forget() {
    held = Double.NaN;
    contact = Double.NaN;
    zMetre = Double.NaN;
    steady = 0;
    placed = false;
  }

  /** A phase begins, or the same anew. */
  void begins(Phase phase, Optional<Phase> before, Reading now) {
    if (phase == Phase.LIFT && before.equals(Optional.of(Phase.APPROACH)) && now.off()) {
      contact = now.zMetre();
    } else if (phase == Phase.APPROACH) {
      contact = Double.NaN;
    }
    set(
        switch (phase) {
          case SCAN, DRAG, TIP_PREPARATION -> Double.NaN;
          case APPROACH -> held;
          case LIFT, CARRY, PUT_DOWN -> Double.isNaN(contact) ? held : contact;
          case RETREAT -> now.zMetre();
        });
  }

  /**
   * A reading of a tip that is down.
   *
   * @param gentle whether the feedback holds it no closer than in a scan; the way down to contact
   *     is not counted from closer by
   */
  void see(Phase phase, Reading now, boolean gentle) {
    steady = now.landed() ? steady + 1 : 0;
    if (steady < STEADY) {
      return;
    }
    held = gentle ? now.zMetre() : Double.NaN;
    contact = Double.NaN;
    boolean follows =
        switch (phase) {
          case SCAN, DRAG, TIP_PREPARATION -> !known();
          case APPROACH, LIFT, CARRY, PUT_DOWN -> true;
          case RETREAT -> false;
        };
    if (follows) {
      set(inFeedback(phase) ? now.zMetre() : held);
    }
  }

  private static boolean inFeedback(Phase phase) {
    return phase == Phase.SCAN || phase == Phase.DRAG || phase == Phase.TIP_PREPARATION;
  }

  private void set(double z) {
    zMetre = z;
    placed = false;
  }

  boolean known() {
    return !Double.isNaN(zMetre);
  }

  double zMetre() {
    return zMetre;
  }

  /** Whether its lateral position has to be read yet. */
  boolean wantsPlace() {
    return known() && !placed;
  }

  /** That was read. */
  void placed() {
    placed = true;
  }
}
