package org.tipwright.runs.deployment;

import java.nio.file.Path;
import java.util.function.LongFunction;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.env.episode.EpisodeSetting;

/**
 * How lifts at an instrument are recorded.
 *
 * @param files record of the lift of this index, from 0; in folders that exist
 * @param policy what names it
 * @param place address of the bridge
 * @param operator who is answerable
 */
public record LiftRecords(LongFunction<Path> files, String policy, String place, String operator) {

  /** A recorder of what is done to this instrument. */
  EpisodeRecorder of(InstrumentLiftEnvironment instrument) {
    EpisodeSetting setting =
        new EpisodeSetting("lift", instrument.episodeSettings(), policy, place, operator, false);
    return new EpisodeRecorder(instrument, setting, files, instrument::instrumentSeconds);
  }
}
