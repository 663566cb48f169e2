package org.tipwright.physics.slide;

/**
 * How an adsorbate goes with a tip that moves along a line: the three modes of Bartels, Meyer and
 * Rieder, Phys. Rev. Lett. 79 (1997) 697, told apart by what happens to its distance from the apex.
 */
public enum DragMode {
  /** It trails the tip and jumps after it: the current falls slowly and rises abruptly. */
  PULLING,
  /** It jumps ahead of the tip: the current rises slowly and falls abruptly. */
  PUSHING,
  /** It stays in the tip's well and moves without a jump: the current is smooth. */
  SLIDING,
  /** It stays where it was, or stopped on the way. */
  LEFT_BEHIND
}
