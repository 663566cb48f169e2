package org.tipwright.bridge.safety;

import java.util.Optional;
import org.tipwright.bridge.instrument.InstrumentException;

/**
 * A command of somebody else's program, of which the supervisor knows only what it may lead to. It
 * goes the way of every command: judged, written down, sent once, looked at for faults.
 */
public interface ForeignCommand {

  /** What it is called, such as {@code "FolMe.XYPosSet"}. */
  String name();

  /** Whether it may bring the tip down: from then on only a confirmed withdrawal proves it up. */
  boolean mayEngage();

  /**
   * Whether the limits of a phase allow it. What it needs to know it reads from the instrument.
   *
   * @param down whether the tip may be down already
   */
  Judgement judge(PhaseLimits limits, boolean down) throws InstrumentException;

  /** Sends it, once. */
  void act() throws InstrumentException;

  /** What is wrong after it: a reason to trip. */
  Optional<String> fault(PhaseLimits limits) throws InstrumentException;
}
