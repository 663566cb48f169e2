/**
 * Who somebody is on the wire: certificates, the role that each names, and the development
 * authority that makes them. Only the authority needs more than the Java platform itself.
 */
@NullMarked
package org.tipwright.bridge.certificates;

import org.jspecify.annotations.NullMarked;
