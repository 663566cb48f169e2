package org.tipwright.agents.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * One layer at work. What OpenBLAS reads and writes lies off the heap, since JavaCPP would copy
 * Java arrays at every call; the loops run over Java arrays, which the compiler vectorises. The
 * copies between the two take 3 µs for 512 × 64 numbers, a hundredth of the products.
 */
final class KernelLayer {

  static {
    blas_set_num_threads(1);
  }

  private static final int BYTES = Float.BYTES;

  final LayerShape shape;

  /** Outputs of the last forward pass. */
  final float[] outputs;

  /** Slopes of the loss: in each output until {@link #backward}, then in each sum. */
  final float[] errors;

  private final FloatPointer input;
  private final FloatPointer ones;
  private final FloatPointer sums;
  private final FloatPointer sumErrors;
  private final FloatPointer weights;
  private final FloatPointer biases;
  private final FloatPointer weightGradients;
  private final FloatPointer biasGradients;

  /**
   * A layer of a kernel for {@code rows} rows.
   *
   * @param parameters where its parameters begin
   * @param gradients where their gradients begin
   * @param input what it reads
   * @param ones as many ones as there are rows
   */
  KernelLayer(
      LayerShape shape,
      int rows,
      FloatPointer parameters,
      FloatPointer gradients,
      FloatPointer input,
      FloatPointer ones) {
    int numbers = rows * shape.units();
    int weightCount = shape.inputs() * shape.units();
    this.shape = shape;
    this.outputs = new float[numbers];
    this.errors = new float[numbers];
    this.sums = new FloatPointer(numbers);
    this.sumErrors = new FloatPointer(numbers);
    this.weights = parameters;
    this.biases = parameters.getPointer(weightCount);
    this.weightGradients = gradients;
    this.biasGradients = gradients.getPointer(weightCount);
    this.input = input;
    this.ones = ones;
  }

  /** What the layers above read. */
  FloatPointer outputMemory() {
    return sums;
  }

  /** Outputs of {@code rows} rows of what lies in the input. */
  void forward(int rows, boolean isRead) {
    int n = shape.inputs();
    int units = shape.units();
    if (rows == 1) {
      FloatPointer.memcpy(sums, biases, (long) units * BYTES);
      cblas_sgemv(CblasRowMajor, CblasNoTrans, units, n, 1f, weights, n, input, 1, 1f, sums, 1);
    } else {
      if (units == 1) {
        cblas_sgemv(CblasRowMajor, CblasNoTrans, rows, n, 1f, input, n, weights, 1, 0f, sums, 1);
      } else {
        cblas_sgemm(
            CblasRowMajor,
            CblasNoTrans,
            CblasTrans,
            rows,
            units,
            n,
            1f,
            input,
            n,
            weights,
            n,
            0f,
            sums,
            units);
      }
      cblas_sger(CblasRowMajor, rows, units, 1f, ones, 1, biases, 1, sums, units);
    }
    int count = rows * units;
    sums.get(outputs, 0, count);
    if (shape.activation() != Activation.LINEAR) {
      shape.activation().apply(outputs, count);
      if (isRead) {
        sums.put(outputs, 0, count);
      }
    }
  }

  /** Takes, for an output layer, the errors that stand in {@link #errors}. */
  void takeErrors(int rows) {
    int count = rows * shape.units();
    shape.activation().applySlope(outputs, errors, count);
    sumErrors.put(errors, 0, count);
  }

  /** Turns the errors that the layers above have left into errors of the sums. */
  void gatherErrors(int rows) {
    if (shape.activation() != Activation.LINEAR) {
      int count = rows * shape.units();
      sumErrors.get(errors, 0, count);
      shape.activation().applySlope(outputs, errors, count);
      sumErrors.put(errors, 0, count);
    }
  }

  /** Gradients of the parameters, from the errors of the sums. */
  void gradients(int rows) {
    int n = shape.inputs();
    int units = shape.units();
    if (units == 1) {
      cblas_sgemv(
          CblasRowMajor, CblasTrans, rows, n, 1f, input, n, sumErrors, 1, 0f, weightGradients, 1);
    } else {
      cblas_sgemm(
          CblasRowMajor,
          CblasTrans,
          CblasNoTrans,
          units,
          n,
          rows,
          1f,
          sumErrors,
          units,
          input,
          n,
          0f,
          weightGradients,
          n);
    }
    cblas_sgemv(
        CblasRowMajor,
        CblasTrans,
        rows,
        units,
        1f,
        sumErrors,
        units,
        ones,
        1,
        0f,
        biasGradients,
        1);
  }

  /** Leaves the layer below its errors, or adds to them what this layer makes of them. */
  void sendErrors(KernelLayer below, int rows, boolean add) {
    int n = shape.inputs();
    if (shape.units() == 1) {
      if (!add) {
        FloatPointer.memset(below.sumErrors, 0, (long) rows * n * BYTES);
      }
      cblas_sger(CblasRowMajor, rows, n, 1f, sumErrors, 1, weights, 1, below.sumErrors, n);
      return;
    }
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        n,
        shape.units(),
        1f,
        sumErrors,
        shape.units(),
        weights,
        n,
        add ? 1f : 0f,
        below.sumErrors,
        n);
  }
}
