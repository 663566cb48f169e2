package org.tipwright.bridge.safety;

import java.util.function.BooleanSupplier;

/**
 * What a client shows with each command.
 *
 * @param leaseId secret of the lease holder
 * @param sequence number of the command, growing
 * @param abandoned whether the caller has given up waiting: such a command is not carried out
 */
public record Ticket(String leaseId, long sequence, BooleanSupplier abandoned) {}
