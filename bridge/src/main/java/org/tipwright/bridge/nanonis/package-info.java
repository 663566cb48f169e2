/**
 * The Nanonis TCP protocol without a network: commands as data, their layouts in each release, and
 * the bytes of requests, responses and logger packets. Both the server and the client stand on it,
 * and whoever judges or records a command sees it here as a named list of typed values.
 */
@NullMarked
package org.tipwright.bridge.nanonis;

import org.jspecify.annotations.NullMarked;
