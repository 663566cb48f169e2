package org.tipwright.tests.canary;

import org.junit.jupiter.api.Nested;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.tests.contract.EnvironmentContract;

/** The tiny tasks are environments like any other. */
class CanaryTasksTest {

  @Nested
  class Identity extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return new IdentityTask();
    }
  }

  @Nested
  class Numbers extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return new NumbersTask();
    }
  }

  @Nested
  class Memory extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return new MemoryTask(MemoryTask.NEEDED);
    }
  }

  @Nested
  class Bandit extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return new TruncatedBandit();
    }
  }

  @Nested
  class BitFlipping extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return new BitFlippingTask();
    }
  }
}
