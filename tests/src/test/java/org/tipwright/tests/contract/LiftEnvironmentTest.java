package org.tipwright.tests.contract;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Nested;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;

class LiftEnvironmentTest {

  /** Java 17's StrictMath.pow makes three arrays of two numbers, once per measured signal. */
  private static final long STRICT_POWER_BYTES = 96;

  @Nested
  class AtFirstSight extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return Tasks.create("lift", Tasks.defaults("lift"));
    }

    @Override
    protected int episodes() {
      return 2;
    }

    @Override
    protected long allocatedBytesPerStep() {
      return STRICT_POWER_BYTES;
    }
  }

  @Nested
  class WithSitesThatAreKept extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return Tasks.create(
          "lift",
          ConfigFactory.parseString("site.episodes = 3, observation { azimuth = on, history = 2 }")
              .withFallback(Tasks.defaults("lift")));
    }

    @Override
    protected int episodes() {
      return 2;
    }

    @Override
    protected long allocatedBytesPerStep() {
      return STRICT_POWER_BYTES;
    }
  }
}
