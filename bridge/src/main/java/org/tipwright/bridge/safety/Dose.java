package org.tipwright.bridge.safety;

/**
 * The charge that has gone through one molecule in all its contacts, in nC: the integral of |I|
 * over the time in contact. Between two readings the larger counts, after the last one that.
 */
final class Dose {

  private double nanocoulomb;
  private double nanoampere;
  private long since;

  /** Another molecule has had none. */
  void anotherMolecule() {
    nanocoulomb = 0;
  }

  /** The current in contact was read. */
  void reading(double currentNanoampere, long now) {
    double read = Math.abs(currentNanoampere);
    nanocoulomb += Math.max(nanoampere, read) * seconds(now);
    nanoampere = read;
    since = now;
  }

  /** A contact begins or ends: what flowed until now is counted, and no current is known. */
  void contactChanged(long now) {
    nanocoulomb = nanocoulomb(now);
    nanoampere = 0;
    since = now;
  }

  double nanocoulomb(long now) {
    return nanocoulomb + nanoampere * seconds(now);
  }

  private double seconds(long now) {
    return (now - since) / 1e9;
  }
}
