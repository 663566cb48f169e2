/**
 * The other end of the wire: clients for agents and operators, and a lift environment that a policy
 * cannot tell from the simulated task. Nothing here is trusted by the server.
 */
@NullMarked
package org.tipwright.bridge.client;

import org.jspecify.annotations.NullMarked;
