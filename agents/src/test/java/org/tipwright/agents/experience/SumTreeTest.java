package org.tipwright.agents.experience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tipwright.env.random.RandomStream;

class SumTreeTest {

  @Test
  void findsTheLeafInWhichAShareOfTheSumFalls() {
    SumTree tree = new SumTree(5);
    double[] priorities = {1, 0, 3, 0.5, 0.5};
    for (int leaf = 0; leaf < 5; leaf++) {
      tree.set(leaf, priorities[leaf]);
    }
    assertThat(tree.total()).isEqualTo(5);
    assertThat(tree.find(0)).isZero();
    assertThat(tree.find(0.19)).isZero();
    assertThat(tree.find(0.2)).isEqualTo(2);
    assertThat(tree.find(0.79)).isEqualTo(2);
    assertThat(tree.find(0.81)).isEqualTo(3);
    assertThat(tree.find(Math.nextDown(1.0))).isEqualTo(4);
  }

  @Test
  void aLeafWithoutPriorityIsNeverFoundHoweverTheSumsAreRounded() {
    RandomStream random = new RandomStream(1, "tree");
    SumTree tree = new SumTree(1000);
    for (int change = 0; change < 20_000; change++) {
      int leaf = random.nextInt(1000);
      tree.set(leaf, leaf % 3 == 0 ? 0 : StrictMath.exp(20 * random.nextDouble()));
      if (tree.total() > 0) {
        assertThat(tree.get(tree.find(random.nextDouble()))).isPositive();
        assertThat(tree.get(tree.find(Math.nextDown(1.0)))).isPositive();
      }
    }
  }
}
