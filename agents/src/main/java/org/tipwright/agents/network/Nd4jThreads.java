package org.tipwright.agents.network;

import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J on one thread. Its first use gives OpenBLAS, which the kernel shares with it, as many
 * threads as there are cores; sums would then depend on their number.
 */
public final class Nd4jThreads {

  private Nd4jThreads() {}

  /** Loads ND4J if it is not loaded yet, and leaves it and OpenBLAS one thread each. */
  public static void useOne() {
    Nd4j.getEnvironment().setMaxThreads(1);
    blas_set_num_threads(1);
  }
}
