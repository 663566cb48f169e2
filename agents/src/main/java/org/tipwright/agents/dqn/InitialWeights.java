package org.tipwright.agents.dqn;

import org.tipwright.agents.kernel.LayerShape;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.DenseGraph;
import org.tipwright.env.random.RandomStream;

/** What a network's parameters begin as. */
public enum InitialWeights {
  /** DL4J's: He's weights before a rectifier, Glorot's elsewhere, biases zero. Loads ND4J. */
  GLOROT {
    @Override
    float[] draw(NetworkShape shape, long seed) {
      return DenseGraph.parameters(DenseGraph.initialise(shape, seed));
    }
  },
  /**
   * Weights and biases uniform within {@code ±1/√inputs} of their layer (LeCun et al., Efficient
   * BackProp (1998), sec. 4.6, but uniform and for biases too), so that units bend at different
   * places from the beginning.
   */
  FAN_IN {
    @Override
    float[] draw(NetworkShape shape, long seed) {
      RandomStream random = new RandomStream(seed, "weights");
      float[] parameters = new float[shape.parameterCount()];
      int at = 0;
      for (LayerShape layer : shape.layers()) {
        double bound = 1 / Math.sqrt(layer.inputs());
        for (int i = 0; i < layer.parameterCount(); i++) {
          parameters[at++] = (float) (bound * (2 * random.nextDouble() - 1));
        }
      }
      return parameters;
    }
  };

  /** Parameters of a shape in DL4J's order, the same for equal seeds. */
  abstract float[] draw(NetworkShape shape, long seed);
}
