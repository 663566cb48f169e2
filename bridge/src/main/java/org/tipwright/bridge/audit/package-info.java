/**
 * What was asked, answered and decided, in a hash-chained log that shows whether it was changed.
 * Written by one thread; read, checked and shown without the bridge.
 */
@NullMarked
package org.tipwright.bridge.audit;

import org.jspecify.annotations.NullMarked;
