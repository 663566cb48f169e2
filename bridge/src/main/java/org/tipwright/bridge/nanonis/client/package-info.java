/**
 * The client's side of the Nanonis TCP protocol: connections with deadlines that are closed rather
 * than guessed about, their four roles, and the logger's reader. Nothing here ever sends a command
 * twice.
 */
@NullMarked
package org.tipwright.bridge.nanonis.client;

import org.jspecify.annotations.NullMarked;
