package org.tipwright.runs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.runs.training.TrainingPlan;

class TrainingSettingsTest {

  @Test
  void theRunEndsAtWhicheverLimitComesFirst() {
    TrainingSettings settings = with("rounds = 10, environment-steps = 1000");
    assertThat(settings.isOver(9, 999)).isFalse();
    assertThat(settings.isOver(10, 500)).isTrue();
    assertThat(settings.isOver(5, 1000)).isTrue();
    assertThat(settings.progress(2, 700)).isEqualTo(0.7);
    assertThat(with("rounds = 0, environment-steps = 1000").isOver(1_000_000, 999)).isFalse();
  }

  @Test
  void aRunThatWouldNeverEndIsRefused() {
    assertThatThrownBy(() -> with("rounds = 0, environment-steps = 0"))
        .hasMessageContaining("never end");
  }

  @Test
  void everyLanePlaysEquallyManyEpisodes() {
    assertThat(
            with("groups = 2, lanes-per-group = 4, episodes-per-round = 24")
                .roundLength()
                .episodes())
        .isEqualTo(3);
    assertThatThrownBy(() -> with("groups = 2, lanes-per-group = 4, episodes-per-round = 20"))
        .hasMessageContaining("'training.episodes-per-round' is 20")
        .hasMessageContaining("8");
  }

  @Test
  void aNumberOutOfRangeIsNamed() {
    assertThatThrownBy(() -> with("checkpoint-every = 0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'training.checkpoint-every' is 0 but must be at least 1");
  }

  @Test
  void noNumberOfWorkersMeansAllProcessors() {
    assertThat(with("workers = 0").workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  private static TrainingSettings with(String overrides) {
    Config defaults = ConfigFactory.parseResources(TrainingPlan.class, "training.conf");
    return TrainingSettings.from(ConfigFactory.parseString(overrides).withFallback(defaults));
  }
}
