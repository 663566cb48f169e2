package org.tipwright.env.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  /** First numbers from state 1, 2, 3, 4, by Blackman and Vigna's C code of xoshiro256++. */
  @Test
  void theStreamIsXoshiro256PlusPlus() {
    RandomStream stream = new RandomStream(1, "any");
    byte[] state = stream.save();
    ByteBuffer words = ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 4; i++) {
      words.putLong(i + 1);
    }
    stream.restore(state);
    assertThat(LongStream.generate(stream::nextLong).limit(10).mapToObj(Long::toUnsignedString))
        .containsExactly(
            "41943041",
            "58720359",
            "3588806011781223",
            "3591011842654386",
            "9228616714210784205",
            "9973669472204895162",
            "14011001112246962877",
            "12406186145184390807",
            "15849039046786891736",
            "10450023813501588000");
  }

  @Test
  void aRestoredStreamGoesOnAsItDid() {
    RandomStream stream = new RandomStream(7, "site");
    stream.nextGaussian();
    stream.nextInt();
    stream.nextBoolean();
    byte[] state = stream.save();
    double[] followed = draws(stream);
    stream.restore(state);
    assertThat(draws(stream)).containsExactly(followed);
    RandomStream other = new RandomStream(8, "noise");
    other.restore(state);
    assertThat(draws(other)).containsExactly(followed);
  }

  @Test
  void streamsDifferBySeedAndByName() {
    double[] one = draws(new RandomStream(7, "site"));
    assertThat(draws(new RandomStream(7, "site"))).containsExactly(one);
    assertThat(draws(new RandomStream(8, "site"))).isNotEqualTo(one);
    assertThat(draws(new RandomStream(7, "noise"))).isNotEqualTo(one);
  }

  /** 4 sd of a share of 1/20 in 40,000 draws are 0.0044; the seed is fixed. */
  @Test
  void uniformNumbersFillTheirRangeEvenly() {
    RandomStream stream = new RandomStream(7, "even");
    int[] counts = new int[20];
    int n = 40_000;
    for (int i = 0; i < n; i++) {
      counts[(int) (20 * stream.nextDouble())]++;
    }
    for (int count : counts) {
      assertThat((double) count / n).isCloseTo(0.05, within(0.0044));
    }
  }

  @Test
  void normalNumbersHaveTheirMoments() {
    RandomStream stream = new RandomStream(7, "normal");
    int n = 40_000;
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < n; i++) {
      double x = stream.nextGaussian();
      sum += x;
      squares += x * x;
      beyondTwo += StrictMath.abs(x) > 2 ? 1 : 0;
    }
    assertThat(sum / n).isCloseTo(0, within(0.02));
    assertThat(squares / n).isCloseTo(1, within(0.03));
    assertThat((double) beyondTwo / n).isCloseTo(0.0455, within(0.005));
  }

  @Test
  void seedsDependOnEachOfTheirParts() {
    long seed = Seeds.derive(1, "lane", 0);
    assertThat(Seeds.derive(1, "lane", 0)).isEqualTo(seed);
    assertThat(
            LongStream.of(
                    seed,
                    Seeds.derive(2, "lane", 0),
                    Seeds.derive(1, "site", 0),
                    Seeds.derive(1, "lane", 1),
                    Seeds.derive(0, "lane", 1))
                .distinct()
                .count())
        .isEqualTo(5);
  }

  /** Written down once: a changed derivation would change every run that was ever recorded. */
  @Test
  void seedsStayWhatTheyAre() {
    assertThat(Seeds.derive(1, "lane", 0)).isEqualTo(3793810786614645761L);
    assertThat(new RandomStream(1, "site").nextLong()).isEqualTo(6161358747813478538L);
  }

  @Test
  void aStreamThatWasNotSavedIsNamed() {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put("site", new byte[] {1});
    StreamsState state = new StreamsState(entries);
    entries.clear();
    assertThat(state.get("site")).containsExactly(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.get("noise"))
        .withMessageContaining("'noise'")
        .withMessageContaining("[site]");
  }

  private static double[] draws(RandomStream stream) {
    return new double[] {
      stream.nextDouble(), stream.nextInt(100), stream.nextGaussian(), stream.nextFloat()
    };
  }
}
