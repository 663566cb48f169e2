package org.tipwright.bridge.server;

import static org.tipwright.bridge.certificates.Role.AGENT;
import static org.tipwright.bridge.certificates.Role.OBSERVER;
import static org.tipwright.bridge.certificates.Role.OPERATOR;

import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipwright.bridge.audit.v1.AuditGrpc;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.OperatorGrpc;

/** Which role may call which method. A method that stands nowhere here may be called by nobody. */
final class MethodRoles {

  private static final Set<Role> EVERYBODY = EnumSet.of(OBSERVER, AGENT, OPERATOR);
  private static final Set<Role> MOVING = EnumSet.of(AGENT);
  private static final Set<Role> ALLOWING = EnumSet.of(OPERATOR);

  private final Map<String, Set<Role>> allowed = new TreeMap<>();

  MethodRoles() {
    allow(EnumSet.allOf(Role.class), InstrumentGrpc.getEmergencyStopMethod());
    allow(
        EVERYBODY,
        InstrumentGrpc.getDescribeMethod(),
        InstrumentGrpc.getReadStateMethod(),
        InstrumentGrpc.getWatchStateMethod(),
        AuditGrpc.getQueryMethod(),
        HealthGrpc.getCheckMethod(),
        HealthGrpc.getWatchMethod(),
        ServerReflectionGrpc.getServerReflectionInfoMethod());
    allow(
        MOVING,
        InstrumentGrpc.getAcquireLeaseMethod(),
        InstrumentGrpc.getHeartbeatMethod(),
        InstrumentGrpc.getReleaseLeaseMethod(),
        InstrumentGrpc.getApproachMethod(),
        InstrumentGrpc.getMoveTipMethod(),
        InstrumentGrpc.getSetBiasMethod(),
        InstrumentGrpc.getWithdrawMethod(),
        InstrumentGrpc.getCheckTipMethod(),
        InstrumentGrpc.getScanSiteMethod(),
        InstrumentGrpc.getScanMethod(),
        InstrumentGrpc.getCommandMethod());
    allow(
        ALLOWING,
        OperatorGrpc.getArmMethod(),
        OperatorGrpc.getDisarmMethod(),
        OperatorGrpc.getResetMethod(),
        OperatorGrpc.getVoidMethod());
  }

  private void allow(Set<Role> roles, MethodDescriptor<?, ?>... methods) {
    for (MethodDescriptor<?, ?> method : methods) {
      allowed.put(method.getFullMethodName(), roles);
    }
  }

  /** Who may call a method; empty for one that is not known. */
  Set<Role> of(MethodDescriptor<?, ?> method) {
    return allowed.getOrDefault(method.getFullMethodName(), Set.of());
  }

  /**
   * Whether a method is the emergency stop: open to whoever got through the handshake, whatever has
   * become of the certificate since.
   */
  static boolean stops(MethodDescriptor<?, ?> method) {
    return method
        .getFullMethodName()
        .equals(InstrumentGrpc.getEmergencyStopMethod().getFullMethodName());
  }

  /**
   * Whether a method only tells the state: it moves nothing, and whoever wonders why nothing is
   * written any more has to see that the bridge has tripped.
   */
  static boolean tellsTheState(MethodDescriptor<?, ?> method) {
    return Set.of(
            InstrumentGrpc.getReadStateMethod().getFullMethodName(),
            InstrumentGrpc.getWatchStateMethod().getFullMethodName())
        .contains(method.getFullMethodName());
  }

  /** Roles in words: {@code observer, agent or operator}. */
  static String words(Set<Role> roles) {
    String list = roles.stream().map(Role::word).collect(Collectors.joining(", "));
    int last = list.lastIndexOf(", ");
    return last < 0 ? list : list.substring(0, last) + " or " + list.substring(last + 2);
  }
}
