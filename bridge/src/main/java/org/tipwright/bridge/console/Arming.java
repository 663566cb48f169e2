package org.tipwright.bridge.console;

/**
 * What a console arms for.
 *
 * @param phase such as {@code "scan"}
 * @param minutes for how long
 */
public record Arming(String phase, double minutes) {}
