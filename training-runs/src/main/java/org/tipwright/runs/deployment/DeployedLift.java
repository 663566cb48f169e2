package org.tipwright.runs.deployment;

import java.nio.file.Path;
import java.util.Optional;
import org.tipwright.bridge.client.LiftOutcome;

/**
 * One lift on an instrument.
 *
 * @param outcome what two measurements after the lift say
 * @param steps moves made, or planned in a dry run
 * @param file the episode record; none in a dry run
 */
public record DeployedLift(LiftOutcome outcome, int steps, Optional<Path> file) {}
