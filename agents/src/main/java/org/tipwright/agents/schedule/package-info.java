/** Numbers that change as learning goes on. A schedule is a pure function of the steps taken. */
@NullMarked
package org.tipwright.agents.schedule;

import org.jspecify.annotations.NullMarked;
