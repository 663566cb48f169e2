package org.tipwright.agents.belief;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.tipwright.env.random.RandomStream;

/**
 * Hypotheses that stand for what is believed after the attempts so far. With each attempt they are
 * drawn anew by how likely they make it, then each is moved: resample-move (Gilks and Berzuini, J.
 * R. Stat. Soc. B 63 (2001) 127). Not safe for two threads at once.
 */
final class Ensemble {

  private final Evidence evidence;
  private final SliceMove slice;
  private final int moves;
  private final Hypothesis[] hypotheses;
  private final Hypothesis[] chosen;
  private final double[] weight;

  Ensemble(BeliefSettings settings, Shells shells) {
    this.evidence = new Evidence(shells, settings.sameDirection());
    this.slice = new SliceMove(evidence, shells);
    this.moves = settings.moves();
    int count = settings.hypotheses();
    this.hypotheses = new Hypothesis[count];
    this.chosen = new Hypothesis[count];
    this.weight = new double[count];
    Hypothesis.Shape shape = Hypothesis.Shape.of(settings, shells);
    for (int j = 0; j < count; j++) {
      hypotheses[j] = new Hypothesis(shape);
      chosen[j] = new Hypothesis(shape);
    }
  }

  /** Forgets all attempts. */
  void begin(RandomStream draws) {
    evidence.clear();
    for (Hypothesis hypothesis : hypotheses) {
      hypothesis.draw(draws);
    }
  }

  /** How many hypotheses. */
  int size() {
    return hypotheses.length;
  }

  /** One of them. */
  Hypothesis get(int index) {
    return hypotheses[index];
  }

  /** Learns from an attempt. */
  void learn(Attempt attempt, RandomStream draws) {
    for (int j = 0; j < weight.length; j++) {
      weight[j] = evidence.logLikelihood(hypotheses[j], 0);
    }
    evidence.add(attempt);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < weight.length; j++) {
      weight[j] = evidence.logLikelihood(hypotheses[j], 0) - weight[j];
      greatest = StrictMath.max(greatest, weight[j]);
    }
    double sum = 0;
    for (int j = 0; j < weight.length; j++) {
      weight[j] = StrictMath.exp(weight[j] - greatest);
      sum += weight[j];
    }
    resample(sum, draws.nextDouble());
    for (Hypothesis hypothesis : hypotheses) {
      for (int m = 0; m < moves; m++) {
        slice.move(hypothesis, draws);
      }
    }
  }

  /** Systematic resampling: each is taken as often as its weight says, to within one. */
  private void resample(double sum, double offset) {
    double passed = 0;
    int taken = -1;
    for (int j = 0; j < weight.length; j++) {
      while (passed <= (offset + j) * sum / weight.length && taken < weight.length - 1) {
        passed += weight[++taken];
      }
      chosen[j].copy(hypotheses[taken]);
    }
    for (int j = 0; j < weight.length; j++) {
      hypotheses[j].copy(chosen[j]);
    }
  }

  /**
   * Chances that a line survives each of its crossings and all before it.
   *
   * @param chances of at least as many numbers as there are crossings; overwritten
   */
  void survive(Crossings line, double[] chances) {
    Arrays.fill(chances, 0, line.size(), 0);
    for (Hypothesis hypothesis : hypotheses) {
      double alive = 1;
      for (int i = 0; i < line.size(); i++) {
        alive *= hypothesis.survival(line.shell(i), line.directionX(i), line.directionY(i));
        chances[i] += alive;
      }
    }
    for (int i = 0; i < line.size(); i++) {
      chances[i] /= hypotheses.length;
    }
  }

  /** Writes the hypotheses; the attempts are written by who remembers them. */
  void save(DataOutputStream out) throws IOException {
    for (Hypothesis hypothesis : hypotheses) {
      for (double normal : hypothesis.normals()) {
        out.writeDouble(normal);
      }
    }
  }

  /** Reads what {@link #save} wrote, of an ensemble of the same size that knew these attempts. */
  void restore(DataInputStream in, Iterable<Attempt> attempts) throws IOException {
    evidence.clear();
    attempts.forEach(evidence::add);
    for (Hypothesis hypothesis : hypotheses) {
      double[] normals = hypothesis.normals();
      for (int i = 0; i < normals.length; i++) {
        normals[i] = in.readDouble();
      }
      hypothesis.refresh(0, true, true);
    }
  }
}
