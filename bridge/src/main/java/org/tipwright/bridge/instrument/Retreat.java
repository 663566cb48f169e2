package org.tipwright.bridge.instrument;

import java.time.Duration;

/**
 * The way up of a tip, and nothing else: what a process needs that stands by for the case that the
 * one which drives the instrument is gone. One thread at a time calls it.
 */
public interface Retreat extends AutoCloseable {

  /**
   * Orders the withdrawal and everything else to stop; returns when the instrument has taken it.
   */
  void order() throws InstrumentException;

  /** Whether the tip is known to be at the end of its range, off the surface. */
  boolean withdrawn() throws InstrumentException;

  /** How long a withdrawal may take before it counts as failed. */
  Duration longest();

  @Override
  void close();
}
