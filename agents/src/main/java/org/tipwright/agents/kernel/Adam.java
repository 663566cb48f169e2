package org.tipwright.agents.kernel;

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

  private final float[] parameters;
  private final float[] gradient;
  private final Runnable changed;
  private final double learningRate;
  private final float[] means;
  private final float[] squares;
  private long steps;

  /** An optimiser of one network, at rest. */
  public Adam(DenseKernel kernel, double learningRate) {
    this(kernel.ownParameters(), kernel.ownGradient(), kernel::parametersChanged, learningRate);
  }

  /** An optimiser of parameters that are in no network, at rest. */
  public Adam(float[] parameters, float[] gradient, double learningRate) {
    this(parameters, gradient, () -> {}, learningRate);
  }

  private Adam(float[] parameters, float[] gradient, Runnable changed, double learningRate) {
    this.parameters = parameters;
    this.gradient = gradient;
    this.changed = changed;
    this.learningRate = learningRate;
    this.means = new float[parameters.length];
    this.squares = new float[parameters.length];
  }

  /** Moves the parameters against the last gradient times {@code scale}. */
  public void step(double scale) {
    step(scale, 1.0);
  }

  /** The same with the learning rate times {@code rateFactor}. */
  public void step(double scale, double rateFactor) {
    steps++;
    double rate =
        rateFactor
            * learningRate
            * Math.sqrt(1 - Math.pow(BETA2, (double) steps))
            / (1 - Math.pow(BETA1, (double) steps));
    step((float) rate, (float) scale);
    changed.run();
  }

  private void step(float rate, float scale) {
    float[] m = means;
    float[] v = squares;
    for (int i = 0; i < m.length; i++) {
      float g = scale * gradient[i];
      m[i] = BETA1 * m[i] + (1f - BETA1) * g;
      v[i] = BETA2 * v[i] + (1f - BETA2) * g * g;
      parameters[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + EPSILON);
    }
  }

  /**
   * Factor by which a gradient of this norm is made no longer than {@code longest}; 0 for never.
   */
  public static double clip(double norm, double longest) {
    return longest > 0 && norm > longest ? longest / norm : 1.0;
  }

  /** Writes the running means and the number of steps. */
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    FloatArrays.write(out, means);
    FloatArrays.write(out, squares);
  }

  /** Reads back what {@link #save} wrote for a network of the same shape. */
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    FloatArrays.read(in, means);
    FloatArrays.read(in, squares);
  }
}
