package org.tipwright.tests.contract;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Nested;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;

class LiftEnvironmentTest {

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
  }
}
