package org.tipwright.agents.network;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Arrays;

/**
 * One dense layer for a fixed number of rows: parameters, gradients and outputs in flat arrays.
 * Weights lie as {@code [unit][input]}, which is DL4J's column-major {@code [input, unit]}. Matrix
 * products are OpenBLAS's, on one thread, so that equal calls give equal bytes.
 */
final class KernelLayer {

  static {
    blas_set_num_threads(1);
  }

  final int inputs;
  final int units;
  private final int rows;
  final float[] weights;
  final float[] biases;
  final float[] weightGradients;
  final float[] biasGradients;

  /** {@code rows × units}. */
  final float[] outputs;

  KernelLayer(int inputs, int units, int rows) {
    this.inputs = inputs;
    this.units = units;
    this.rows = rows;
    this.weights = new float[units * inputs];
    this.biases = new float[units];
    this.weightGradients = new float[units * inputs];
    this.biasGradients = new float[units];
    this.outputs = new float[rows * units];
  }

  /** Weighted sums of {@code rows × inputs} numbers into {@link #outputs}. */
  void forward(float[] input) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(biases, 0, outputs, row * units, units);
    }
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        rows,
        units,
        inputs,
        1f,
        input,
        inputs,
        weights,
        inputs,
        1f,
        outputs,
        units);
  }

  /** Gradients of the parameters, from the input that went forward and the errors of the sums. */
  void gradients(float[] input, float[] errors) {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        units,
        inputs,
        rows,
        1f,
        errors,
        units,
        input,
        inputs,
        0f,
        weightGradients,
        inputs);
    Arrays.fill(biasGradients, 0f);
    for (int row = 0; row < rows; row++) {
      int at = row * units;
      for (int unit = 0; unit < units; unit++) {
        biasGradients[unit] += errors[at + unit];
      }
    }
  }

  /** Errors of the input, {@code rows × inputs}, from the errors of the sums. */
  void inputErrors(float[] errors, float[] inputErrors) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        inputs,
        units,
        1f,
        errors,
        units,
        weights,
        inputs,
        0f,
        inputErrors,
        inputs);
  }
}
