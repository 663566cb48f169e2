package org.tipwright.tests.contract;

import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;

class IdleEnvironmentTest extends EnvironmentContract {

  @Override
  protected EnvironmentCore create() {
    return Tasks.create("idle", Tasks.defaults("idle"));
  }
}
