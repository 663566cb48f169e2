package org.tipwright.runs.training;

import com.typesafe.config.Config;
import java.nio.file.Path;

/**
 * What is to be trained, and where.
 *
 * @param config complete, resolved settings: {@code task}, {@code seed}, {@code agent}, {@code
 *     env}, the agent's own and {@code training}
 * @param directory folder of the run
 * @param resume whether a run that was begun there goes on; otherwise the folder must hold none
 */
public record TrainingPlan(Config config, Path directory, boolean resume) {}
