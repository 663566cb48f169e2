package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The commands that a release of the instrument's software knows, with their layouts. */
public final class Catalogue {

  /** The release of the vendor's edition of June 2024. */
  public static final int R13742 = 13742;

  /** The release of the vendor's edition of April 2025. */
  public static final int R14718 = 14718;

  private final int release;
  private final Map<String, CommandLayout> commands;

  private Catalogue(int release, Map<String, CommandLayout> commands) {
    this.release = release;
    this.commands = Collections.unmodifiableMap(commands);
  }

  /**
   * The catalogue of a release.
   *
   * @param release of the real-time engine, such as {@link #R13742}, as {@code Util.VersionGet}
   *     tells it
   */
  public static Catalogue of(int release) {
    List<LayoutReader.Line> lines = lines();
    Map<String, CommandLayout> commands = new TreeMap<>();
    for (LayoutReader.Line line : lines) {
      if (line.holdsIn(release) && !line.onlyUnderstood()) {
        commands.put(
            line.name(),
            new CommandLayout(
                line.name(), line.arguments(), line.returns(), understood(line, lines, release)));
      }
    }
    return new Catalogue(release, commands);
  }

  /** Forms of older releases and of careless clients, the newest first. */
  private static List<Layout> understood(
      LayoutReader.Line current, List<LayoutReader.Line> lines, int release) {
    List<Layout> forms = new ArrayList<>();
    for (LayoutReader.Line line : lines) {
      boolean older = line.before() <= release || line.onlyUnderstood();
      if (older
          && line.name().equals(current.name())
          && !line.arguments().equals(current.arguments())) {
        forms.add(0, line.arguments());
      }
    }
    return forms;
  }

  private static List<LayoutReader.Line> lines() {
    try (InputStream resource = Catalogue.class.getResourceAsStream("catalogue.txt")) {
      if (resource == null) {
        throw new IllegalStateException("catalogue.txt is missing from the bridge's jar");
      }
      return new String(resource.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(LayoutReader::line)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The release of the real-time engine. */
  public int release() {
    return release;
  }

  /** The layout of a command, if the release knows it. */
  public Optional<CommandLayout> find(String name) {
    return Optional.ofNullable(commands.get(name));
  }

  /** All commands, by name. */
  public Collection<CommandLayout> commands() {
    return commands.values();
  }

  /**
   * A command with its arguments.
   *
   * @param arguments as {@link Value#of} takes them, in the order of the layout
   * @throws IllegalArgumentException if the release does not know the command, or an argument does
   *     not fit
   */
  public Command command(String name, Object... arguments) {
    CommandLayout layout =
        find(name)
            .orElseThrow(
                () -> new IllegalArgumentException("release " + release + " has no " + name));
    return Command.of(layout, arguments);
  }
}
