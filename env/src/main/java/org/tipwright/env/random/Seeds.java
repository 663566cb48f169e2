package org.tipwright.env.random;

import org.apache.commons.rng.core.source64.SplitMix64;

/** Derives seeds from a root seed, so that one number decides a whole run. */
public final class Seeds {

  private Seeds() {}

  /** The seed of the {@code index}-th thing called {@code name} under {@code root}. */
  public static long derive(long root, String name, long index) {
    long named = new SplitMix64(root ^ hash(name)).nextLong();
    return new SplitMix64(named + index).nextLong();
  }

  /** FNV-1a over the UTF-16 units of a name; {@code String.hashCode} has too few bits. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
