package org.tipwright.tests.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;

/**
 * All that an environment gave back while random actions were played, bit for bit.
 *
 * @param moments one line per reset or step: type, reward and observation as raw bits
 */
record Played(List<String> moments) {

  /** Plays whole episodes; one whose physics does not converge ends there. */
  static Played episodes(EnvironmentCore environment, RandomStream draws, int episodes) {
    float[] observation = new float[environment.observationSpec().size()];
    float[] action = new float[environment.actionSpec().size()];
    List<String> moments = new ArrayList<>();
    for (int episode = 0; episode < episodes; episode++) {
      try {
        environment.reset(observation, 0);
        moments.add(moment(StepType.FIRST, environment.reward(), observation));
        StepType type = StepType.FIRST;
        while (!type.isLast()) {
          draw(environment.actionSpec(), draws, action, 0);
          type = environment.step(action, 0, observation, 0);
          moments.add(moment(type, environment.reward(), observation));
        }
        moments.add("succeeded " + environment.succeeded());
      } catch (NotConverged notConverged) {
        moments.add("not converged");
      }
    }
    return new Played(moments);
  }

  /** The first moment that differs from another play's, or null if none does. */
  @Nullable String firstDifference(Played other) {
    int shared = Math.min(moments.size(), other.moments.size());
    for (int i = 0; i < shared; i++) {
      if (!moments.get(i).equals(other.moments.get(i))) {
        return "moment " + i + ": " + moments.get(i) + " is not " + other.moments.get(i);
      }
    }
    return moments.size() == other.moments.size() ? null : "one ends after moment " + shared;
  }

  /** One moment as text that is equal only for equal bits. */
  static String moment(StepType type, float reward, float[] observation) {
    return moment(type, reward, observation, 0, observation.length);
  }

  /** The same for an observation within a larger array. */
  static String moment(StepType type, float reward, float[] from, int offset, int size) {
    int[] bits = new int[size];
    for (int i = 0; i < size; i++) {
      bits[i] = Float.floatToRawIntBits(from[offset + i]);
    }
    return type + " " + Float.floatToRawIntBits(reward) + " " + Arrays.toString(bits);
  }

  /** A uniformly drawn action that fits the spec. */
  static void draw(ActionSpec spec, RandomStream draws, float[] actions, int offset) {
    if (spec instanceof ActionSpec.Discrete discrete) {
      actions[offset] = draws.nextInt(discrete.count());
    } else if (spec instanceof ActionSpec.Continuous continuous) {
      for (int i = 0; i < continuous.size(); i++) {
        Component component = continuous.components().get(i);
        float low = StrictMath.max(component.low(), -1e6f);
        float high = StrictMath.min(component.high(), 1e6f);
        actions[offset + i] = low + (high - low) * draws.nextFloat();
      }
    }
  }

  /** Actions that do not fit the spec, each in one component. */
  static List<float[]> misfits(ActionSpec spec) {
    List<float[]> misfits = new ArrayList<>();
    misfits.add(filled(spec, Float.NaN));
    misfits.add(filled(spec, Float.POSITIVE_INFINITY));
    if (spec instanceof ActionSpec.Discrete discrete) {
      misfits.add(filled(spec, -1));
      misfits.add(filled(spec, 0.5f));
      misfits.add(filled(spec, discrete.count()));
    } else if (spec instanceof ActionSpec.Continuous continuous) {
      misfits.add(filled(spec, Math.nextUp(continuous.components().get(0).high())));
    }
    return misfits;
  }

  private static float[] filled(ActionSpec spec, float value) {
    float[] action = new float[spec.size()];
    Arrays.fill(action, value);
    return action;
  }
}
