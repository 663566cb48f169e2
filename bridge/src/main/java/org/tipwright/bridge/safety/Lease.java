package org.tipwright.bridge.safety;

/**
 * The right of one client to give commands, for as long as its heartbeats come.
 *
 * @param id secret of the holder
 * @param holder who holds it, for logs and refusals
 * @param dryRun whether its commands are only planned
 */
public record Lease(String id, String holder, boolean dryRun) {}
