package org.tipwright.agents.network;

import java.util.List;

/**
 * Runs and differentiates a {@link DuelingShape} on a fixed number of rows. The flat parameter
 * vector is DL4J's: each hidden layer's weights and biases, then those of {@code value}, then those
 * of {@code advantage}. Not safe for two threads at once.
 */
public final class DuelingKernel {

  private final DuelingShape shape;
  private final int rows;
  private final KernelLayer[] layers;
  private final float[][] errors;
  private float[] input = {};

  /** A network whose parameters are all zero, for {@code rows} rows a call. */
  public DuelingKernel(DuelingShape shape, int rows) {
    this.shape = shape;
    this.rows = rows;
    this.layers = new KernelLayer[shape.hidden().size() + 1];
    this.errors = new float[shape.hidden().size()][];
    int width = shape.inputs();
    for (int l = 0; l < shape.hidden().size(); l++) {
      int units = shape.hidden().get(l);
      layers[l] = new KernelLayer(width, units, rows);
      errors[l] = new float[rows * units];
      width = units;
    }
    layers[layers.length - 1] = new KernelLayer(width, shape.outputs(), rows);
  }

  /** Shape of the network. */
  public DuelingShape shape() {
    return shape;
  }

  /** Rows of every call. */
  public int rows() {
    return rows;
  }

  /**
   * Sends {@code rows × inputs} numbers through. The array must stay unchanged until {@link
   * #backward}.
   *
   * @return {@code rows × (1 + choices)} numbers, each row the value and then the advantages; the
   *     kernel's own array, overwritten by the next call
   */
  public float[] forward(float[] inputs) {
    if (inputs.length != rows * shape.inputs()) {
      throw new IllegalArgumentException(
          "the kernel takes "
              + rows
              + " rows of "
              + shape.inputs()
              + " inputs, not "
              + inputs.length
              + " numbers");
    }
    input = inputs;
    float[] x = inputs;
    for (int l = 0; l < layers.length; l++) {
      layers[l].forward(x);
      x = layers[l].outputs;
      if (l < layers.length - 1) {
        shape.activation().apply(x);
      }
    }
    return x;
  }

  /**
   * Computes the gradient of a loss in every parameter, for the rows that last went {@link
   * #forward}.
   *
   * @param outputErrors slope of the loss in each output, laid out as {@link #forward} gives them
   */
  public void backward(float[] outputErrors) {
    float[] above = outputErrors;
    for (int l = layers.length - 1; l >= 0; l--) {
      layers[l].gradients(l == 0 ? input : layers[l - 1].outputs, above);
      if (l > 0) {
        layers[l].inputErrors(above, errors[l - 1]);
        shape.activation().applySlope(layers[l - 1].outputs, errors[l - 1]);
        above = errors[l - 1];
      }
    }
  }

  /** A copy of the parameters as one vector. */
  public float[] parameters() {
    float[] flat = new float[shape.parameterCount()];
    walk(flat, false, DuelingKernel::weights);
    return flat;
  }

  /** Sets the parameters from one vector. */
  public void setParameters(float[] flat) {
    if (flat.length != shape.parameterCount()) {
      throw new IllegalArgumentException(
          "a network of shape "
              + shape
              + " has "
              + shape.parameterCount()
              + " parameters, not "
              + flat.length);
    }
    walk(flat, true, DuelingKernel::weights);
  }

  /** A copy of the last gradient as one vector, laid out as the parameters. */
  public float[] gradient() {
    float[] flat = new float[shape.parameterCount()];
    walk(flat, false, layer -> List.of(layer.weightGradients, layer.biasGradients));
    return flat;
  }

  /** Euclidean norm of the last gradient. */
  public double gradientNorm() {
    double sum = 0;
    for (KernelLayer layer : layers) {
      sum += squares(layer.weightGradients) + squares(layer.biasGradients);
    }
    return Math.sqrt(sum);
  }

  /** Moves each parameter a part of the way to another network's: {@code θ += part·(φ − θ)}. */
  public void moveTowards(DuelingKernel other, float part) {
    for (int l = 0; l < layers.length; l++) {
      mix(layers[l].weights, other.layers[l].weights, part);
      mix(layers[l].biases, other.layers[l].biases, part);
    }
  }

  private static void mix(float[] mine, float[] theirs, float part) {
    for (int i = 0; i < mine.length; i++) {
      mine[i] = part == 1f ? theirs[i] : mine[i] + part * (theirs[i] - mine[i]);
    }
  }

  /** Layers, first to last, the heads being one; for the optimiser. */
  KernelLayer[] layers() {
    return layers;
  }

  private static double squares(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    return sum;
  }

  private static List<float[]> weights(KernelLayer layer) {
    return List.of(layer.weights, layer.biases);
  }

  /** What of a layer is copied: an array of weights' size, then one of biases' size. */
  private interface Part {
    List<float[]> of(KernelLayer layer);
  }

  private void walk(float[] flat, boolean into, Part part) {
    int at = 0;
    for (int l = 0; l < layers.length - 1; l++) {
      List<float[]> arrays = part.of(layers[l]);
      at = copy(flat, at, arrays.get(0), 0, arrays.get(0).length, into);
      at = copy(flat, at, arrays.get(1), 0, arrays.get(1).length, into);
    }
    // The two heads are one layer here, its unit 0 being the value, and two layers in DL4J.
    List<float[]> head = part.of(layers[layers.length - 1]);
    int width = shape.lastHidden();
    at = copy(flat, at, head.get(0), 0, width, into);
    at = copy(flat, at, head.get(1), 0, 1, into);
    at = copy(flat, at, head.get(0), width, width * shape.choices(), into);
    copy(flat, at, head.get(1), 1, shape.choices(), into);
  }

  private static int copy(
      float[] flat, int at, float[] array, int from, int count, boolean intoArray) {
    if (intoArray) {
      System.arraycopy(flat, at, array, from, count);
    } else {
      System.arraycopy(array, from, flat, at, count);
    }
    return at + count;
  }
}
