package org.tipwright.bridge.nanonis.proxy;

/** When the motion before would be over at the allowed speed; and pulses and dips, counted. */
final class Pace {

  private volatile long busyUntil = System.nanoTime();
  private volatile int tries;

  /** For how long the motion before lasts yet, in s; not above 0 if it is over. */
  double busySeconds() {
    return (busyUntil - System.nanoTime()) / 1e9;
  }

  /** A motion begins. */
  void moves(double seconds) {
    busyUntil = System.nanoTime() + (long) (seconds * 1e9);
  }

  int tries() {
    return tries;
  }

  /** A pulse or dip begins; one thread at a time, whose turn it is. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void tried() {
    tries++;
  }

  /** The operator has armed anew, and looked. */
  void armedAnew() {
    tries = 0;
  }
}
