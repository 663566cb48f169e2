package org.tipwright.agents.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam, Kingma and Ba, ICLR 2015 (arXiv:1412.6980), in the form that ends their section 2 and that
 * DL4J uses: {@code θ ← θ − α √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε)} with β₁ = 0.9, β₂ = 0.999, ε =
 * 1e-8.
 */
public final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final DuelingKernel kernel;
  private final double learningRate;
  private final float[][] means;
  private final float[][] squares;
  private long steps;

  /** An optimiser of one network, at rest. */
  public Adam(DuelingKernel kernel, double learningRate) {
    this.kernel = kernel;
    this.learningRate = learningRate;
    int layers = kernel.layers().length;
    this.means = new float[2 * layers][];
    this.squares = new float[2 * layers][];
    for (int l = 0; l < layers; l++) {
      KernelLayer layer = kernel.layers()[l];
      means[2 * l] = new float[layer.weights.length];
      squares[2 * l] = new float[layer.weights.length];
      means[2 * l + 1] = new float[layer.biases.length];
      squares[2 * l + 1] = new float[layer.biases.length];
    }
  }

  /** Moves the parameters against the kernel's last gradient times {@code scale}. */
  public void step(double scale) {
    steps++;
    double rate =
        learningRate
            * Math.sqrt(1 - Math.pow(BETA2, (double) steps))
            / (1 - Math.pow(BETA1, (double) steps));
    for (int l = 0; l < kernel.layers().length; l++) {
      KernelLayer layer = kernel.layers()[l];
      step(layer.weights, layer.weightGradients, 2 * l, (float) rate, (float) scale);
      step(layer.biases, layer.biasGradients, 2 * l + 1, (float) rate, (float) scale);
    }
  }

  private void step(float[] parameters, float[] gradients, int array, float rate, float scale) {
    float[] m = means[array];
    float[] v = squares[array];
    for (int i = 0; i < parameters.length; i++) {
      float g = scale * gradients[i];
      m[i] = BETA1 * m[i] + (1f - BETA1) * g;
      v[i] = BETA2 * v[i] + (1f - BETA2) * g * g;
      parameters[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + EPSILON);
    }
  }

  /** Writes the running means and the number of steps. */
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    for (int array = 0; array < means.length; array++) {
      FloatArrays.write(out, means[array]);
      FloatArrays.write(out, squares[array]);
    }
  }

  /** Reads back what {@link #save} wrote for a network of the same shape. */
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    for (int array = 0; array < means.length; array++) {
      FloatArrays.read(in, means[array]);
      FloatArrays.read(in, squares[array]);
    }
  }
}
