package org.tipwright.tests.architecture.wronghouse.agents;

import org.apache.pekko.actor.typed.ActorRef;
import org.deeplearning4j.rl4j.policy.IPolicy;

/** Knows RL4J and actors. */
public final class PlayingAgent {

  private PlayingAgent() {}

  static Class<?> policy() {
    return IPolicy.class;
  }

  static Class<?> address() {
    return ActorRef.class;
  }
}
