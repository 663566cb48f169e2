/**
 * How fast the bridge is, measured over real sockets on a quiet machine. No build measures: {@code
 * LatencyTest} runs when asked for, and writes a table.
 */
@NullMarked
package org.tipwright.bridge.latency;

import org.jspecify.annotations.NullMarked;
