package org.tipwright.runs.actor;

/** Every message between actors: bound to a serialiser, so that it could leave the process. */
public interface TrainingMessage {}
