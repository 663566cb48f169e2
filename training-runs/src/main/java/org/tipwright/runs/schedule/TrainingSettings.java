package org.tipwright.runs.schedule;

import com.typesafe.config.Config;
import org.tipwright.agents.rollout.RoundLength;

/**
 * The settings under {@code training}; each is explained in {@code training.conf}.
 *
 * @param rounds rounds to play, 0 for no limit
 * @param environmentSteps steps after which no further round starts, 0 for no limit
 * @param groups lane groups
 * @param lanesPerGroup environments in a group
 * @param episodesPerRound whole episodes of one round, over all groups
 * @param stepsPerLane steps of each lane in one round, in place of whole episodes, or 0
 * @param workers threads that play, at least 1
 * @param overlap whether learning from one round and playing the next go on at once
 * @param validationEvery rounds from one validation to the next, 0 for none at all
 * @param validationEpisodes episodes of one validation
 * @param checkpointEvery rounds from one checkpoint to the next
 * @param successWindow episodes over which the shown success rate is taken
 * @param recordedEpisodes validation episodes recorded at the end
 */
public record TrainingSettings(
    long rounds,
    long environmentSteps,
    int groups,
    int lanesPerGroup,
    int episodesPerRound,
    int stepsPerLane,
    int workers,
    boolean overlap,
    int validationEvery,
    int validationEpisodes,
    int checkpointEvery,
    int successWindow,
    int recordedEpisodes) {

  public TrainingSettings {
    checkAtLeast(rounds, 0, "rounds");
    checkAtLeast(environmentSteps, 0, "environment-steps");
    if (rounds == 0 && environmentSteps == 0) {
      throw new IllegalArgumentException(
          "'training.rounds' and 'training.environment-steps' are both 0, so the run would never"
              + " end; set one of them");
    }
    checkAtLeast(groups, 1, "groups");
    checkAtLeast(lanesPerGroup, 1, "lanes-per-group");
    checkAtLeast(episodesPerRound, 1, "episodes-per-round");
    checkAtLeast(stepsPerLane, 0, "steps-per-lane");
    if (stepsPerLane == 0 && episodesPerRound % (groups * lanesPerGroup) != 0) {
      throw new IllegalArgumentException(
          "'training.episodes-per-round' is %d but must be a multiple of groups × lanes-per-group = %d"
              .formatted(episodesPerRound, groups * lanesPerGroup));
    }
    checkAtLeast(workers, 1, "workers");
    checkAtLeast(validationEvery, 0, "validation-every");
    checkAtLeast(validationEpisodes, 1, "validation-episodes");
    checkAtLeast(checkpointEvery, 1, "checkpoint-every");
    checkAtLeast(successWindow, 1, "success-window");
    checkAtLeast(recordedEpisodes, 0, "recorded-episodes");
  }

  /**
   * Reads and checks the settings.
   *
   * @param training everything under {@code training}, complete
   * @throws IllegalArgumentException naming the key that cannot be right
   */
  public static TrainingSettings from(Config training) {
    int workers = training.getInt("workers");
    return new TrainingSettings(
        training.getLong("rounds"),
        training.getLong("environment-steps"),
        training.getInt("groups"),
        training.getInt("lanes-per-group"),
        training.getInt("episodes-per-round"),
        training.getInt("steps-per-lane"),
        workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
        training.getBoolean("overlap"),
        training.getInt("validation-every"),
        training.getInt("validation-episodes"),
        training.getInt("checkpoint-every"),
        training.getInt("success-window"),
        training.getInt("recorded-episodes"));
  }

  /** What each lane plays in a round. */
  public RoundLength roundLength() {
    return stepsPerLane > 0
        ? RoundLength.ofSteps(stepsPerLane)
        : RoundLength.ofEpisodes(episodesPerRound / (groups * lanesPerGroup));
  }

  /** Whether no further round starts after so many rounds and steps. */
  public boolean isOver(long roundsDone, long stepsDone) {
    return (rounds > 0 && roundsDone >= rounds)
        || (environmentSteps > 0 && stepsDone >= environmentSteps);
  }

  /** How much of the run is done, from 0 to 1. */
  public double progress(long roundsDone, long stepsDone) {
    double byRounds = rounds == 0 ? 0 : (double) roundsDone / rounds;
    double bySteps = environmentSteps == 0 ? 0 : (double) stepsDone / environmentSteps;
    return Math.min(1, Math.max(byRounds, bySteps));
  }

  private static void checkAtLeast(long value, long least, String key) {
    if (value < least) {
      throw new IllegalArgumentException(
          "'training." + key + "' is " + value + " but must be at least " + least);
    }
  }
}
