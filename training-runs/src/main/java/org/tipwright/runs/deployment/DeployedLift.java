package org.tipwright.runs.deployment;

import java.nio.file.Path;
import java.util.Optional;
import org.tipwright.bridge.client.LiftOutcome;

/**
 * One lift on an instrument.
 *
 * @param outcome what two measurements after the lift say
 * @param voided whether an operator had it count for nothing
 * @param steps moves made, or planned in a dry run
 * @param file the episode record; none in a dry run
 */
public record DeployedLift(LiftOutcome outcome, boolean voided, int steps, Optional<Path> file) {}
