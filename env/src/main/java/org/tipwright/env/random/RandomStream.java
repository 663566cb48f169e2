package org.tipwright.env.random;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * One stream of random numbers (xoshiro256++), restorable to any earlier state. Not safe for two
 * threads at once.
 */
public final class RandomStream implements RandomGenerator {

  private final XoShiRo256PlusPlus source;

  /** A stream that depends on the seed and the name alone. */
  public RandomStream(long seed, String name) {
    SplitMix64 mixed = new SplitMix64(new SplitMix64(seed).nextLong() ^ Seeds.hash(name));
    this.source =
        new XoShiRo256PlusPlus(
            mixed.nextLong(), mixed.nextLong(), mixed.nextLong(), mixed.nextLong());
  }

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  /** A normal deviate of mean 0 and deviation 1: Marsaglia's polar method, in StrictMath. */
  @Override
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Everything that the following numbers depend on. */
  public byte[] save() {
    return ((RandomProviderDefaultState) source.saveState()).getState();
  }

  /** Goes back to a saved state. */
  public void restore(byte[] state) {
    source.restoreState(new RandomProviderDefaultState(state));
  }
}
