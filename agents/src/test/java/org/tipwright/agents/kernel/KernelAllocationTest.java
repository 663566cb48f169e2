package org.tipwright.agents.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 1000;

  @Test
  void nothingIsAllocatedPerCall() {
    NetworkShape shape = NetworkShape.chain(8, List.of(64, 64), Activation.TANH, "policy", 5);
    DenseKernel kernel = new DenseKernel(shape, 64);
    Adam adam = new Adam(kernel, 1e-3);
    float[] input = new float[64 * 8];
    work(kernel, adam, input);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work(kernel, adam, input);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    // A call that allocated but one object would have taken 16,000 bytes.
    assertThat(bytes).isLessThan(8 * CALLS);
  }

  private static void work(DenseKernel kernel, Adam adam, float[] input) {
    for (int call = 0; call < CALLS; call++) {
      kernel.forward(input, 1);
      kernel.forward(input, 64);
      kernel.backward(64);
      adam.step(Adam.clip(kernel.gradientNorm(), 0.5));
    }
  }
}
