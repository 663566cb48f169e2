package org.tipwright.agents.dqn;

/** Sums over the updates of one call, from which its means are taken. */
final class UpdateSums {

  private long updates;
  private double loss;
  private double absoluteTdError;
  private double q;
  private double target;
  private double gradientNorm;

  /** One transition's share: each number already divided by the batch size. */
  void addTransition(double absoluteErrorShare, double qShare, double targetShare) {
    absoluteTdError += absoluteErrorShare;
    q += qShare;
    target += targetShare;
  }

  void addUpdate(double meanLoss, double norm) {
    updates++;
    loss += meanLoss;
    gradientNorm += norm;
  }

  LearnerMetrics metrics(long totalUpdates, long experience, double epsilon, double temperature) {
    double n = updates == 0 ? Double.NaN : updates;
    return new LearnerMetrics(
        updates,
        totalUpdates,
        loss / n,
        absoluteTdError / n,
        q / n,
        target / n,
        gradientNorm / n,
        experience,
        epsilon,
        temperature);
  }
}
