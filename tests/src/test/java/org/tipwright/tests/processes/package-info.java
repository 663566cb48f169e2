/**
 * The programs as they are used: each in a process of its own, talking over sockets. What happened
 * is read from what they print, write, and from the instrument.
 */
@NullMarked
package org.tipwright.tests.processes;

import org.jspecify.annotations.NullMarked;
