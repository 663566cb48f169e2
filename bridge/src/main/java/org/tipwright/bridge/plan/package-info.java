/**
 * Plans: what is to be done at an instrument, written down before it is done. The same plan is
 * printed, tried in a dry run, which holds each step against the limits, and carried out.
 */
@NullMarked
package org.tipwright.bridge.plan;

import org.jspecify.annotations.NullMarked;
