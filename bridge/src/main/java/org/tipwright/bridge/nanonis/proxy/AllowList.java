package org.tipwright.bridge.nanonis.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.Phase;

/** What scripts may do: the lines of {@code allow-list.txt}, whose head says how one is written. */
final class AllowList {

  private static final Pattern LINE =
      Pattern.compile("(\\S+) (\\S+)(?: ([a-z0-9-]+)=(\\d+))?(?: (.+))?");
  private static final Set<String> KINDS = Set.of("read", "wait", "stop", "never");

  private final Map<String, List<Rule>> rules;

  private AllowList(List<Rule> rules) {
    this.rules =
        rules.stream()
            .collect(Collectors.groupingBy(Rule::command, HashMap::new, Collectors.toList()));
  }

  /** The list that comes with the program. */
  static AllowList shipped() {
    try (InputStream resource = AllowList.class.getResourceAsStream("allow-list.txt")) {
      if (resource == null) {
        throw new IllegalStateException("allow-list.txt is missing from the bridge's jar");
      }
      return new AllowList(
          new String(resource.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(AllowList::rule)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Rule rule(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException("no line of the allow-list: " + text);
    }
    String how = line.group(1);
    Rule.Kind kind =
        KINDS.contains(how) ? Rule.Kind.valueOf(how.toUpperCase(Locale.ROOT)) : Rule.Kind.PHASES;
    return new Rule(
        line.group(2),
        Optional.ofNullable(line.group(3))
            .map(field -> new Rule.Condition(field, Long.parseLong(line.group(4)))),
        kind,
        kind == Rule.Kind.PHASES ? phases(how) : Set.of(),
        Optional.ofNullable(line.group(5)).orElse(""));
  }

  private static Set<Phase> phases(String names) {
    return names.equals("all")
        ? EnumSet.allOf(Phase.class)
        : Arrays.stream(names.split(",", -1))
            .map(name -> Phase.named(name).orElseThrow(() -> new IllegalArgumentException(name)))
            .collect(Collectors.toSet());
  }

  /**
   * The line that counts for a command.
   *
   * @param phase that is armed or tried; a line of other phases counts only if there is no better
   */
  Optional<Rule> find(Command command, Optional<Phase> phase) {
    List<Rule> fitting =
        rules.getOrDefault(command.name(), List.of()).stream()
            .filter(rule -> rule.fits(command))
            .toList();
    return fitting.stream()
        .filter(
            rule ->
                rule.kind() != Rule.Kind.PHASES || phase.map(rule.phases()::contains).orElse(true))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** All lines of a command. */
  List<Rule> lines(String command) {
    return rules.getOrDefault(command, List.of());
  }
}
