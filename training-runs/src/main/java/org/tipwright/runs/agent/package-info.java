/**
 * A learning algorithm as a training run sees it: something that plays, something that learns, and
 * a policy that comes of it. Algorithms themselves live in the agents module and know no run.
 */
@NullMarked
package org.tipwright.runs.agent;

import org.jspecify.annotations.NullMarked;
