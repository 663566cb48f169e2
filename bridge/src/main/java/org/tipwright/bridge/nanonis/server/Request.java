package org.tipwright.bridge.nanonis.server;

import java.util.Optional;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Layout;
import org.tipwright.bridge.nanonis.RequestHeader;

/**
 * What came as one request.
 *
 * @param returns layout of the values before the error block; empty of an unknown command
 * @param command empty if it is none
 * @param wrong why it is none
 */
record Request(RequestHeader header, Layout returns, Optional<Command> command, String wrong) {}
