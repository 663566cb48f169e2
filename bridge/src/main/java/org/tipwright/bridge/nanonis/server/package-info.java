/**
 * The instrument's side of the Nanonis TCP protocol: ports that clients connect to, each served in
 * order, and the logger's stream. What a command does is up to a handler.
 */
@NullMarked
package org.tipwright.bridge.nanonis.server;

import org.jspecify.annotations.NullMarked;
