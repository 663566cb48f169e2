package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.tipwright.bridge.certificates.DevelopmentAuthority;
import org.tipwright.bridge.certificates.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge certs}. */
@Command(
    name = "certs",
    description = {
      "Make a certificate authority for development, and certificates for mutual TLS.",
      "",
      "The folder gets one folder each for the authority, the bridge, and every client. Give each"
          + " party its own folder and nothing else; keep 'authority' on a machine that serves"
          + " nothing. Where there is an authority already, it signs what is asked for by --host or"
          + " --client; nothing is overwritten.",
      ""
    })
final class CertsCommand implements Callable<Integer> {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final List<String> TAKEN = List.of("authority", "bridge");
  private static final int MOST_DAYS = 825;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      required = true,
      description = "Where to; made if it is not there.")
  private Path out;

  @Option(
      names = "--host",
      paramLabel = "<name or address>",
      description =
          "A name or IP address under which clients reach the bridge, repeatable; by default"
              + " localhost, 127.0.0.1, ::1 and this machine's own name.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--client",
      paramLabel = "<name=role>",
      description =
          "A client and its role (observer, agent, operator, supervisor), repeatable; with a new"
              + " authority by default one of each, named like its role.")
  private List<String> clients = new ArrayList<>();

  @Option(
      names = "--days",
      paramLabel = "<days>",
      defaultValue = "365",
      description = "How long the certificates are good; by default ${DEFAULT-VALUE}.")
  private int days;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (days < 1 || days > MOST_DAYS) {
      throw wrong("--days must be from 1 to " + MOST_DAYS + ", not " + days);
    }
    boolean first = !DevelopmentAuthority.isIn(out);
    if (!first && hosts.isEmpty() && clients.isEmpty()) {
      throw wrong(
          "there is an authority in "
              + out
              + " already; say with --host or --client what it signs");
    }
    Map<String, Role> wanted = first && clients.isEmpty() ? oneOfEach() : asked();
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw wrong("'" + host + "' is neither a host name nor an IP address");
      }
    }
    Duration life = Duration.ofDays(days);
    PrintWriter print = spec.commandLine().getOut();
    DevelopmentAuthority authority = DevelopmentAuthority.in(out);
    if (first || !hosts.isEmpty()) {
      List<String> names = hosts.isEmpty() ? ownNames() : hosts;
      print.println(
          "bridge, for "
              + String.join(", ", names)
              + ": tipwright bridge serve --tls "
              + authority.forBridge(names, life));
    }
    for (Map.Entry<String, Role> client : wanted.entrySet()) {
      Path folder = authority.forClient(client.getKey(), client.getValue(), life);
      print.println(client.getValue().word() + " '" + client.getKey() + "': --tls " + folder);
    }
    print.println(
        "good for "
            + days
            + " days; whoever has "
            + out.resolve("authority")
            + " can make more of them");
    return 0;
  }

  private static Map<String, Role> oneOfEach() {
    Map<String, Role> each = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      each.put(role.word(), role);
    }
    return each;
  }

  private Map<String, Role> asked() {
    Map<String, Role> asked = new LinkedHashMap<>();
    for (String client : clients) {
      int equals = client.lastIndexOf('=');
      String name = equals < 0 ? client : client.substring(0, equals);
      if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
        throw wrong(
            "--client needs name=role, with a name of letters, digits, '.', '_' and '-' other than "
                + String.join(" and ", TAKEN)
                + ", not '"
                + client
                + "'");
      }
      asked.put(
          name,
          Role.ofWord(client.substring(equals + 1))
              .filter(role -> equals >= 0)
              .orElseThrow(
                  () ->
                      wrong(
                          "--client "
                              + client
                              + " names no role; there are observer, agent, operator and"
                              + " supervisor")));
    }
    return asked;
  }

  private static List<String> ownNames() {
    List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
    try {
      String own = InetAddress.getLocalHost().getHostName();
      if (HOST.matcher(own).matches() && !names.contains(own)) {
        names.add(own);
      }
    } catch (UnknownHostException nameless) {
      // Then it is reached by the others.
    }
    return names;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
