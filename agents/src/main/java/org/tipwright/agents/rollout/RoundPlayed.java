package org.tipwright.agents.rollout;

import org.tipwright.agents.experience.EpisodeBatch;

/**
 * What a lane group played in one round.
 *
 * @param episodes the episodes that ended, in the order in which they did
 * @param abandoned episodes given up because their physics did not converge; not among the others
 * @param steps environment steps done, those of abandoned episodes included
 */
public record RoundPlayed(EpisodeBatch episodes, int abandoned, long steps) {}
