package org.tipwright.agents.ppo;

import java.util.List;
import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.env.random.RandomStream;

/**
 * Weights to start from whose rows, or columns where there are fewer, are orthogonal: Saxe,
 * McClelland and Ganguli, ICLR 2014 (arXiv:1312.6120). Biases are zero.
 */
final class OrthogonalWeights {

  private static final double HIDDEN_GAIN = Math.sqrt(2);

  private OrthogonalWeights() {}

  /**
   * A flat parameter vector; hidden layers have gain √2.
   *
   * @param outputGain length of the output layer's rows or columns
   */
  static float[] draw(NetworkShape shape, double outputGain, RandomStream random) {
    float[] parameters = new float[shape.parameterCount()];
    List<LayerShape> layers = shape.layers();
    int offset = 0;
    for (int l = 0; l < layers.size(); l++) {
      LayerShape layer = layers.get(l);
      fill(
          parameters,
          offset,
          layer.units(),
          layer.inputs(),
          shape.isOutput(l) ? outputGain : HIDDEN_GAIN,
          random);
      offset += layer.parameterCount();
    }
    return parameters;
  }

  private static void fill(
      float[] parameters, int offset, int units, int inputs, double gain, RandomStream random) {
    int vectors = Math.min(units, inputs);
    int length = Math.max(units, inputs);
    double[][] basis = basis(vectors, length, random);
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        double entry = units <= inputs ? basis[unit][input] : basis[input][unit];
        parameters[offset + unit * inputs + input] = (float) (gain * entry);
      }
    }
  }

  /** Gram and Schmidt's orthogonalisation of normal deviates, the modified form. */
  private static double[][] basis(int vectors, int length, RandomStream random) {
    double[][] basis = new double[vectors][length];
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < length; i++) {
        basis[v][i] = random.nextGaussian();
      }
      for (int earlier = 0; earlier < v; earlier++) {
        double along = dot(basis[v], basis[earlier]);
        for (int i = 0; i < length; i++) {
          basis[v][i] -= along * basis[earlier][i];
        }
      }
      double norm = Math.sqrt(dot(basis[v], basis[v]));
      for (int i = 0; i < length; i++) {
        basis[v][i] /= norm;
      }
    }
    return basis;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
