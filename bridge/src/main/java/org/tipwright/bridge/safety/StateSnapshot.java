package org.tipwright.bridge.safety;

import java.util.Optional;

/**
 * The supervisor at one moment.
 *
 * @param state what it lets happen
 * @param tripReason why it tripped; empty otherwise
 * @param engaged whether the tip may be in contact: true until a withdrawal is confirmed
 * @param leaseHolder empty where nobody holds the lease
 * @param phase what it is armed for; none when it is not
 * @param armedForSeconds time left; 0 when not armed
 * @param lastSequence highest number seen from the lease holder
 * @param attempt number of the last approach, from 1; 0 before the first
 * @param attemptVoid whether an operator has voided it
 * @param lastResult of the last command that was carried out
 */
public record StateSnapshot(
    SafetyState state,
    String tripReason,
    boolean engaged,
    String leaseHolder,
    Optional<Phase> phase,
    double armedForSeconds,
    long lastSequence,
    long attempt,
    boolean attemptVoid,
    Optional<CommandResult> lastResult) {}
