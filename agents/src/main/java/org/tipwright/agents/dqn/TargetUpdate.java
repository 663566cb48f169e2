package org.tipwright.agents.dqn;

/** How the target network follows the online network. */
public enum TargetUpdate {
  /** A part of the way at every update: Polyak averaging. */
  SOFT,
  /** All of the way, every so many updates; Mnih et al., Nature 518 (2015) 529. */
  HARD
}
