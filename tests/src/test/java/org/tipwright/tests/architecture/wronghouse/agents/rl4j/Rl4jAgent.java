package org.tipwright.tests.architecture.wronghouse.agents.rl4j;

import org.deeplearning4j.rl4j.policy.IPolicy;

/** Knows RL4J where it may. */
public final class Rl4jAgent {

  private Rl4jAgent() {}

  static Class<?> policy() {
    return IPolicy.class;
  }
}
