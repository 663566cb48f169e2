/**
 * The bridge as a Nanonis instrument, for the scripts that a laboratory already has. Readings and
 * stops pass; what moves or sets goes through the supervisor, by the allow-list of the armed phase.
 */
@NullMarked
package org.tipwright.bridge.nanonis.proxy;

import org.jspecify.annotations.NullMarked;
