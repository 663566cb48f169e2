package org.tipwright.bridge.certificates;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may do. A certificate names exactly one role, as a URI among its subject
 * alternative names: {@code tipwright:role:agent}.
 */
public enum Role {
  /** Reads and watches, and may stop. */
  OBSERVER,
  /** Takes the lease and moves the tip, within the limits and while an operator allows it. */
  AGENT,
  /** Arms, disarms and resets; moves nothing. */
  OPERATOR,
  /** A bridge, before its watchdog: tells it that it lives. Of no use before a bridge. */
  SUPERVISOR;

  private static final String PREFIX = "tipwright:role:";
  private static final int URI_NAME = 6;

  /** How a certificate names it. */
  public String uri() {
    return PREFIX + word();
  }

  /** In lower case, for sentences and folders. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this word, if there is one. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /**
   * The role that a certificate names; none if it names no role, an unknown one, or more than one.
   */
  public static Optional<Role> of(X509Certificate certificate) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException unreadable) {
      return Optional.empty();
    }
    if (names == null) {
      return Optional.empty();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (List<?> name : names) {
      String text = String.valueOf(name.get(1));
      if (Integer.valueOf(URI_NAME).equals(name.get(0)) && text.startsWith(PREFIX)) {
        Optional<Role> role = ofWord(text.substring(PREFIX.length()));
        if (role.isEmpty()) {
          return Optional.empty();
        }
        roles.add(role.get());
      }
    }
    return roles.size() == 1 ? Optional.of(roles.iterator().next()) : Optional.empty();
  }
}
