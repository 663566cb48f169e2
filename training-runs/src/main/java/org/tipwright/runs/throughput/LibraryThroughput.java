package org.tipwright.runs.throughput;

import java.util.List;
import org.tipwright.agents.dl4j.Dl4jDqn;
import org.tipwright.agents.dl4j.Dl4jSettings;
import org.tipwright.agents.rl4j.Rl4jDoubleDqn;
import org.tipwright.agents.rl4j.Rl4jSettings;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.physics.NotConverged;

/**
 * How fast the same network learns with the libraries' own calls: DQN, 64-64, one update of 64
 * transitions after every step, in the calling thread.
 */
public final class LibraryThroughput {

  private static final List<Integer> HIDDEN = List.of(64, 64);
  private static final double LEARNING_RATE = 1e-3;
  private static final double DISCOUNT = 0.99;
  private static final int BATCH = 64;
  private static final int EXPERIENCE = 100_000;
  private static final int TARGET_PERIOD = 200;
  private static final int EPSILON_STEPS = 1000;
  private static final double EPSILON = 0.05;
  private static final double NANOSECONDS = 1e9;

  private LibraryThroughput() {}

  /** Steps per second with DL4J's {@code output} and {@code fit}. */
  public static double dl4j(double warmUpSeconds, double seconds) throws NotConverged {
    Dl4jSettings settings =
        new Dl4jSettings(
            HIDDEN,
            LEARNING_RATE,
            DISCOUNT,
            BATCH,
            EXPERIENCE,
            TARGET_PERIOD,
            EPSILON_STEPS,
            EPSILON);
    Dl4jDqn agent = new Dl4jDqn(idle(), settings, 1);
    return rate(() -> agent.playEpisode().steps(), warmUpSeconds, seconds);
  }

  /** Steps per second with RL4J's double DQN. */
  public static double rl4j(double warmUpSeconds, double seconds) throws NotConverged {
    Rl4jSettings settings =
        new Rl4jSettings(
            HIDDEN,
            LEARNING_RATE,
            DISCOUNT,
            BATCH,
            EXPERIENCE,
            TARGET_PERIOD,
            EPSILON_STEPS,
            EPSILON);
    Rl4jDoubleDqn agent = new Rl4jDoubleDqn(idle(), settings, 1);
    return rate(
        () -> {
          agent.playEpisode();
          return agent.steps();
        },
        warmUpSeconds,
        seconds);
  }

  private static EnvironmentCore idle() {
    return Tasks.create("idle", Tasks.defaults("idle"));
  }

  /** Plays an episode and says how many steps it had. */
  private interface Episode {
    long play() throws NotConverged;
  }

  private static double rate(Episode episode, double warmUpSeconds, double seconds)
      throws NotConverged {
    played(episode, warmUpSeconds);
    long start = System.nanoTime();
    long steps = played(episode, seconds);
    return steps * NANOSECONDS / (System.nanoTime() - start);
  }

  private static long played(Episode episode, double seconds) throws NotConverged {
    long start = System.nanoTime();
    long steps = 0;
    while (System.nanoTime() - start < NANOSECONDS * seconds) {
      steps += episode.play();
    }
    return steps;
  }
}
