package org.tipwright.env.random;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The saved state of named random streams, and of whatever else an environment carries from one
 * episode to the next.
 *
 * @param entries name to opaque bytes, sorted by name
 */
public record StreamsState(Map<String, byte[]> entries) {

  public StreamsState {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /**
   * The bytes saved under a name.
   *
   * @throws IllegalArgumentException if there are none
   */
  public byte[] get(String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException(
          "no random stream '" + name + "' was saved, only " + entries.keySet());
    }
    return bytes;
  }
}
