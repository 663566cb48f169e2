package org.tipwright.agents.kernel;

import static org.bytedeco.openblas.global.openblas.cblas_sdot;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Runs and differentiates a {@link NetworkShape} on up to a fixed number of rows, allocating
 * nothing per call. Equal calls give equal bytes on one machine; a row's outputs may differ in
 * their last bits with the number of rows. Not safe for two threads at once.
 */
public final class DenseKernel {

  private final NetworkShape shape;
  private final int rows;
  private final KernelLayer[] layers;
  private final boolean[] isOutput;
  private final boolean[] touched;
  private final float[] parameters;
  private final float[] gradient;
  private final FloatPointer parameterMemory;
  private final FloatPointer gradientMemory;
  private final FloatPointer input;
  private int forwarded;

  /** A network whose parameters are all zero, for up to {@code rows} rows a call. */
  public DenseKernel(NetworkShape shape, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a kernel needs at least one row, not " + rows);
    }
    this.shape = shape;
    this.rows = rows;
    int count = shape.parameterCount();
    this.parameters = new float[count];
    this.gradient = new float[count];
    this.parameterMemory = new FloatPointer(count).put(parameters, 0, count);
    this.gradientMemory = new FloatPointer(count).put(gradient, 0, count);
    this.input = new FloatPointer((long) rows * shape.inputs());
    float[] one = new float[rows];
    Arrays.fill(one, 1f);
    FloatPointer ones = new FloatPointer(one);
    this.layers = new KernelLayer[shape.layers().size()];
    this.isOutput = new boolean[layers.length];
    this.touched = new boolean[layers.length];
    for (int l = 0; l < layers.length; l++) {
      LayerShape layer = shape.layers().get(l);
      int offset = shape.offset(l);
      isOutput[l] = shape.isOutput(l);
      layers[l] =
          new KernelLayer(
              layer,
              rows,
              parameterMemory.getPointer(offset),
              gradientMemory.getPointer(offset),
              layer.below() < 0 ? input : layers[layer.below()].outputMemory(),
              ones);
    }
  }

  /** Shape of the network. */
  public NetworkShape shape() {
    return shape;
  }

  /** The most rows of a call. */
  public int rows() {
    return rows;
  }

  /**
   * Sends {@code count × inputs} numbers through; {@link #output} then holds what comes of them.
   *
   * @param inputs rows one after another, from the beginning of the array
   * @param count rows, at most {@link #rows}
   */
  public void forward(float[] inputs, int count) {
    if (count < 1 || count > rows || inputs.length < count * shape.inputs()) {
      throw new IllegalArgumentException(
          "the kernel takes 1 to "
              + rows
              + " rows of "
              + shape.inputs()
              + " inputs, not "
              + count
              + " rows of "
              + inputs.length
              + " numbers in all");
    }
    input.put(inputs, 0, count * shape.inputs());
    for (int l = 0; l < layers.length; l++) {
      layers[l].forward(count, !isOutput[l]);
    }
    forwarded = count;
  }

  /**
   * What a layer gave for the rows that last went {@link #forward}: {@code rows × units} numbers,
   * the kernel's own array, overwritten by the next call.
   */
  public float[] output(int layer) {
    return layers[layer].outputs;
  }

  /**
   * Where the caller writes, before {@link #backward}, the slope of the loss in each number of an
   * output layer, laid out like {@link #output}. Spoilt by {@link #backward}.
   */
  public float[] outputErrors(int layer) {
    return layers[layer].errors;
  }

  /**
   * Computes the gradient of a loss in every parameter, from the first {@code count} rows that last
   * went {@link #forward} and the {@link #outputErrors} of every output layer.
   */
  public void backward(int count) {
    if (count < 1 || count > forwarded) {
      throw new IllegalArgumentException(
          count + " rows cannot go back, since " + forwarded + " went forward");
    }
    Arrays.fill(touched, false);
    for (int l = layers.length - 1; l >= 0; l--) {
      if (isOutput[l]) {
        layers[l].takeErrors(count);
      } else {
        layers[l].gatherErrors(count);
      }
      layers[l].gradients(count);
      int below = layers[l].shape.below();
      if (below >= 0) {
        layers[l].sendErrors(layers[below], count, touched[below]);
        touched[below] = true;
      }
    }
    gradientMemory.get(gradient, 0, gradient.length);
  }

  /** A copy of the parameters as one vector, in DL4J's order. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** Sets the parameters from one vector, in DL4J's order. */
  public void setParameters(float[] flat) {
    if (flat.length != parameters.length) {
      throw new IllegalArgumentException(
          "a network of shape "
              + shape
              + " has "
              + parameters.length
              + " parameters, not "
              + flat.length);
    }
    setParameters(flat, 0);
  }

  /** Sets the parameters from those that begin at {@code offset} of a longer vector. */
  public void setParameters(float[] vector, int offset) {
    System.arraycopy(vector, offset, parameters, 0, parameters.length);
    parametersChanged();
  }

  /** A copy of the last gradient as one vector, laid out as the parameters. */
  public float[] gradient() {
    return gradient.clone();
  }

  /** Euclidean norm of the last gradient. */
  public double gradientNorm() {
    return Math.sqrt(gradientSquared());
  }

  /** Square of {@link #gradientNorm}, to be added to that of other networks. */
  public double gradientSquared() {
    return cblas_sdot(gradient.length, gradientMemory, 1, gradientMemory, 1);
  }

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    for (float parameter : parameters) {
      if (!Float.isFinite(parameter)) {
        return false;
      }
    }
    return true;
  }

  /** Moves each parameter a part of the way to another network's: {@code θ += part·(φ − θ)}. */
  public void moveTowards(DenseKernel other, float part) {
    if (part == 1f) {
      setParameters(other.parameters, 0);
      return;
    }
    float[] theirs = other.parameters;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += part * (theirs[i] - parameters[i]);
    }
    parametersChanged();
  }

  /** The parameters themselves, for the optimiser, which says when it has changed them. */
  float[] ownParameters() {
    return parameters;
  }

  /** The gradient itself, for the optimiser. */
  float[] ownGradient() {
    return gradient;
  }

  /** Brings the parameters to where the products read them. */
  void parametersChanged() {
    parameterMemory.put(parameters, 0, parameters.length);
  }
}
