package org.tipwright.agents.experience;

/**
 * Non-negative priorities of numbered leaves, any of which is found by its share of their sum in
 * logarithmic time: Schaul, Quan, Antonoglou and Silver, ICLR 2016 (arXiv:1511.05952), appendix
 * B.2.1. A node is the sum of the two below it, computed anew at each change, so that the sum
 * depends on the leaves alone and not on what they were before.
 */
final class SumTree {

  private final int leaves;
  private final double[] nodes;

  /** A tree of at least this many leaves, all zero. */
  SumTree(int least) {
    this.leaves = Math.max(2, Integer.highestOneBit(Math.max(1, least - 1)) << 1);
    this.nodes = new double[2 * leaves];
  }

  double total() {
    return nodes[1];
  }

  double get(int leaf) {
    return nodes[leaves + leaf];
  }

  void set(int leaf, double priority) {
    int node = leaves + leaf;
    nodes[node] = priority;
    for (node /= 2; node >= 1; node /= 2) {
      nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
    }
  }

  /**
   * The leaf in which a share of the sum falls; never one of priority 0 while another has more.
   *
   * @param share from 0 to below 1
   */
  int find(double share) {
    double mass = share * total();
    int node = 1;
    while (node < leaves) {
      node *= 2;
      if (mass >= nodes[node] && nodes[node + 1] > 0) {
        mass -= nodes[node];
        node++;
      }
    }
    return node - leaves;
  }
}
