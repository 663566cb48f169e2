package org.tipwright.tests.architecture.wronghouse.bridge;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.tipwright.tests.architecture.wronghouse.agents.PlayingAgent;

/** Knows an agent and its arrays. */
public final class LearningBridge {

  private LearningBridge() {}

  static Class<?> agent() {
    return PlayingAgent.class;
  }

  static Class<?> array() {
    return INDArray.class;
  }
}
