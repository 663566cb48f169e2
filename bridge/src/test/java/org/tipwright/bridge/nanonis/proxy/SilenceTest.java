package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.PATIENCE;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.told;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.safety.SafetyState;

/** Nobody hangs up, and nothing is heard any more. */
class SilenceTest {

  /** Of the microscope's ports, as the driver uses them. */
  private static final int MONITOR = 1;

  @TempDir private Path folder;
  private volatile @Nullable CountDownLatch frozen;

  private void look(int port) {
    CountDownLatch hold = frozen;
    if (port == MONITOR && hold != null) {
      try {
        hold.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aJunctionThatIsNoLongerReadTrips() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    try (ProxyBench bench =
            new ProxyBench(
                folder,
                Optional.empty(),
                (command, port) -> look(port),
                "monitor.stale-seconds = 10");
        GenericClient script = bench.script(0)) {
      bench.land(script);
      assertThat(bench.supervisor.state().state()).isEqualTo(SafetyState.ARMED);
      frozen = hold;
      await().atMost(PATIENCE).until(() -> bench.supervisor.state().state() == SafetyState.TRIPPED);
      assertThat(bench.supervisor.state().tripReason())
          .startsWith("no reading of the junction for");
      hold.countDown();
      await().atMost(PATIENCE).until(() -> !bench.supervisor.state().engaged());
    }
  }

  @Test
  void aScriptThatSaysNothingWithTheFeedbackOffTrips() throws Exception {
    try (ProxyBench bench =
            new ProxyBench(
                folder,
                Optional.empty(),
                (command, port) -> {},
                "monitor.script-silence-seconds = 10");
        GenericClient script = bench.script(0)) {
      bench.land(script);
      assertThat(told(script, "ZCtrl.OnOffSet", 0, 0)).isEmpty();
      await().atMost(PATIENCE).until(() -> bench.supervisor.state().state() == SafetyState.TRIPPED);
      assertThat(bench.supervisor.state().tripReason())
          .matches(".* has said nothing for \\d+ s with the tip down and the feedback off.*");
      await().atMost(PATIENCE).until(() -> !bench.supervisor.state().engaged());
    }
  }
}
