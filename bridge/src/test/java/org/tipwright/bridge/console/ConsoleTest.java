package org.tipwright.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** The whole console on a terminal that is only in memory. */
class ConsoleTest {

  private final DefaultVirtualTerminal terminal =
      new DefaultVirtualTerminal(new TerminalSize(80, 24));
  private final FakeBridge bridge = new FakeBridge();
  private Thread console = new Thread(() -> {});

  @BeforeEach
  void start() throws Exception {
    TerminalScreen screen = new TerminalScreen(terminal);
    console =
        new Thread(
            () -> {
              try {
                new Console(bridge, "grpc://127.0.0.1:7451", new Arming("lift", 10)).run(screen);
              } catch (java.io.IOException failed) {
                throw new java.io.UncheckedIOException(failed);
              }
            });
    console.start();
  }

  @AfterEach
  void stop() throws Exception {
    bridge.hang.countDown();
    console.interrupt();
    console.join();
  }

  @Test
  void showsTheBridgeAndArmsItAfterConfirmation() {
    await().until(() -> shown().contains("READ_ONLY"));
    type("a");
    await().until(() -> shown().contains("Arm for phase lift, 10 min?"));
    assertThat(bridge.calls).isEmpty();
    type("y");
    await().until(() -> shown().contains("ARMED"));
    assertThat(bridge.calls).containsExactly("arm lift 10.0");
  }

  @Test
  void aStopGetsThroughWhileAnotherRequestHangs() {
    await().until(() -> shown().contains("READ_ONLY"));
    bridge.hanging = true;
    type("ay");
    await().until(() -> bridge.calls.contains("arm lift 10.0"));
    type("ss");
    await().until(() -> bridge.calls.contains("stop"));
    await().until(() -> shown().contains("TRIPPED"));
  }

  @Test
  void anAttemptIsVoidedByAKeyThatIsConfirmed() {
    await().until(() -> shown().contains("READ_ONLY"));
    type("vn");
    type("vy");
    await().until(() -> bridge.calls.contains("void"));
    assertThat(bridge.calls).containsOnlyOnce("void");
  }

  @Test
  void aRefusalIsShownAndLeavingEndsIt() throws Exception {
    await().until(() -> shown().contains("READ_ONLY"));
    type("ry");
    await().until(() -> shown().contains("not done: the bridge is READ_ONLY, not TRIPPED"));
    type("qy");
    console.join(10_000);
    assertThat(console.isAlive()).isFalse();
  }

  private void type(String keys) {
    for (char key : keys.toCharArray()) {
      terminal.addInput(new KeyStroke(key, false, false));
    }
  }

  private String shown() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 80; column++) {
        text.append(terminal.getCharacter(column, row).getCharacterString());
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** A bridge without a network. */
  private static final class FakeBridge implements BridgePort {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch hang = new CountDownLatch(1);
    volatile boolean hanging;
    private volatile SafetyState state = SafetyState.READ_ONLY;

    @Override
    public Description describe() {
      return ConsolePageTest.description();
    }

    @Override
    public StateReport state() {
      return StateReport.newBuilder().setState(state).build();
    }

    @Override
    public StateReport arm(Arming arming) {
      calls.add("arm " + arming.phase() + " " + arming.minutes());
      if (hanging) {
        try {
          hang.await();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      return go(SafetyState.ARMED);
    }

    @Override
    public StateReport disarm() {
      calls.add("disarm");
      return go(SafetyState.READ_ONLY);
    }

    @Override
    public StateReport stop() {
      calls.add("stop");
      return go(SafetyState.TRIPPED);
    }

    @Override
    public StateReport reset() {
      throw new IllegalStateException("the bridge is READ_ONLY, not TRIPPED");
    }

    @Override
    public StateReport voidAttempt() {
      calls.add("void");
      return state().toBuilder().setAttempt(3).setAttemptVoid(true).build();
    }

    private StateReport go(SafetyState next) {
      state = next;
      return state();
    }

    @Override
    public void close() {}
  }
}
