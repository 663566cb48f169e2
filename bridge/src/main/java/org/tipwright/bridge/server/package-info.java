/**
 * The gRPC server beside the instrument. It translates the wire for the safety supervisor and keeps
 * the operator's calls apart from everybody else's.
 */
@NullMarked
package org.tipwright.bridge.server;

import org.jspecify.annotations.NullMarked;
