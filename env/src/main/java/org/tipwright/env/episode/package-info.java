/**
 * The episode record: what was done to one molecule, in a file that survives a crash, and its
 * replay. A simulated episode replays bit for bit.
 */
@NullMarked
package org.tipwright.env.episode;

import org.jspecify.annotations.NullMarked;
