/**
 * The watchdog: a small second process beside the instrument that withdraws the tip when the
 * supervisor is silent, gone or asks for it. Its rules are apart from its threads, sockets and
 * files; the supervisor's end of the connection is here as well.
 */
@NullMarked
package org.tipwright.bridge.watchdog;

import org.jspecify.annotations.NullMarked;
