package org.tipwright.env.episode;

import java.util.List;
import java.util.Optional;
import org.tipwright.env.episode.v1.End;
import org.tipwright.env.episode.v1.Entry;
import org.tipwright.env.episode.v1.Event;
import org.tipwright.env.episode.v1.Header;
import org.tipwright.env.episode.v1.Step;

/**
 * What could be read of an episode file.
 *
 * @param header the file's first entry
 * @param entries the whole entries after the header, in the order of the file
 * @param damage one sentence on where and how the file is cut or damaged; empty if it is not
 */
public record EpisodeRecord(Header header, List<Entry> entries, String damage) {

  public EpisodeRecord {
    entries = List.copyOf(entries);
  }

  /** The steps, in order. */
  public List<Step> steps() {
    return entries.stream().filter(Entry::hasStep).map(Entry::getStep).toList();
  }

  /** Everything else that happened, in order. */
  public List<Event> events() {
    return entries.stream().filter(Entry::hasEvent).map(Entry::getEvent).toList();
  }

  /** How the episode ended; empty if the record stops before its end. */
  public Optional<End> end() {
    return entries.stream().filter(Entry::hasEnd).map(Entry::getEnd).findFirst();
  }
}
