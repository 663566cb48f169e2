package org.tipwright.runs.agent;

import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.env.random.StreamsState;

/**
 * What one lane group played in one round.
 *
 * @param batch the whole episodes
 * @param abandoned episodes given up because their physics did not converge; not in the batch
 * @param steps environment steps, those of abandoned episodes included
 * @param streams where the group's next round begins
 */
public record GroupRound(EpisodeBatch batch, int abandoned, long steps, StreamsState streams) {}
