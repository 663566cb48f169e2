/**
 * Microbenchmarks of the physics, run by {@code mvn -Pjmh -DskipTests verify}; with {@code
 * -Djmh="-prof gc"} they show what a step allocates.
 */
@NullMarked
package org.tipwright.tests.benchmark;

import org.jspecify.annotations.NullMarked;
