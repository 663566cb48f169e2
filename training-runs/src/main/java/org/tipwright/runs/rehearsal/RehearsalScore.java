package org.tipwright.runs.rehearsal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.runs.evaluation.PolicyScore;
import org.tipwright.runs.evaluation.WilsonInterval;

/**
 * A policy on simulated microscopes, beside the same policy in the simulation that trained it.
 *
 * @param lifts what it did, one entry for each microscope
 * @param within so many lifts were allowed at each
 * @param training how it did in the training simulation, at other sites
 * @param asTrained how it did there at the sites of the microscopes
 * @param withFaults the same with an instrument's faults
 */
public record RehearsalScore(
    List<RehearsedLift> lifts,
    int within,
    PolicyScore training,
    PolicyScore asTrained,
    PolicyScore withFaults) {

  public RehearsalScore {
    lifts = List.copyOf(lifts);
  }

  /** Microscopes where it lifted within so many lifts. */
  int lifted(int attempts) {
    return (int) lifts.stream().filter(lift -> lift.liftedWithin(attempts)).count();
  }

  /** How often each outcome was met, over all lifts. */
  Map<String, Integer> outcomes() {
    Map<String, Integer> counts = new TreeMap<>();
    lifts.forEach(
        lift -> lift.outcomes().forEach(outcome -> counts.merge(outcome, 1, Integer::sum)));
    return counts;
  }

  private int falseSuccesses() {
    return (int) lifts.stream().filter(RehearsedLift::falseSuccess).count();
  }

  private int missedSuccesses() {
    return (int) lifts.stream().filter(RehearsedLift::missedSuccess).count();
  }

  private int crashes() {
    return lifts.stream().mapToInt(RehearsedLift::crashes).sum();
  }

  /** The table. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-40s %6s  %-28s  %s%n",
            "",
            "lifts",
            "lifted at first, 95 %",
            "within " + within));
    row(text, "on the instrument", lifts.size(), lifted(1), lifted(within), true);
    row(text, "same molecules and tips, simulated", asTrained, false);
    row(text, "the same with an instrument's faults", withFaults, false);
    row(text, "in the training simulation", training, true);
    text.append("outcomes of all lifts: ").append(outcomes()).append(System.lineSeparator());
    text.append(
        String.format(
            Locale.ROOT,
            "against the truth: %d false successes, %d successes not recognised, %d crashes%n",
            falseSuccesses(),
            missedSuccesses(),
            crashes()));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, PolicyScore score, boolean independent) {
    row(text, name, score.episodes(), score.successes(), score.liftedSites(), independent);
  }

  /** Several tries at one site are not independent: no interval is claimed of them. */
  private static void row(
      StringBuilder text, String name, int sites, int first, int within, boolean independent) {
    WilsonInterval interval = WilsonInterval.of(first, sites);
    String bounds =
        independent
            ? String.format(
                Locale.ROOT, "(%.0f to %.0f %%)", 100 * interval.low(), 100 * interval.high())
            : "";
    text.append(
        String.format(
            Locale.ROOT,
            "%-40s %6d  %5.1f %% %-20s  %5.1f %%%n",
            name,
            sites,
            percent(first, sites),
            bounds,
            percent(within, sites)));
  }

  private static double percent(int some, int all) {
    return all == 0 ? 0 : 100.0 * some / all;
  }

  /** The same as JSON, with every microscope. */
  public Config json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("instrument_seeds", lifts.size());
    json.put("lifted_first", lifted(1));
    json.put("lifted_within", lifted(within));
    json.put("attempts", within);
    json.put("outcomes", outcomes());
    json.put("false_successes", falseSuccesses());
    json.put("successes_not_recognised", missedSuccesses());
    json.put("crashes", crashes());
    json.put("training_success_rate", training.successRate());
    json.put("training_site_rate", training.siteRate());
    json.put("same_sites_success_rate", asTrained.successRate());
    json.put("same_sites_site_rate", asTrained.siteRate());
    json.put("same_sites_faults_success_rate", withFaults.successRate());
    json.put("same_sites_faults_site_rate", withFaults.siteRate());
    json.put(
        "seeds",
        lifts.stream()
            .map(
                lift ->
                    Map.of(
                        "seed",
                        lift.seed(),
                        "outcomes",
                        lift.outcomes(),
                        "carried",
                        lift.carried(),
                        "remark",
                        lift.remark()))
            .toList());
    return ConfigFactory.parseMap(json);
  }
}
