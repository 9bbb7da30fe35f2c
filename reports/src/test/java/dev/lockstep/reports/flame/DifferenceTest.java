/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.flame.Chance.Finding;
import dev.lockstep.reports.run.Stacks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where two profiles differ, and where only chance does. */
class DifferenceTest {
  @Test
  void theTreeHoldsTheFramesOfBoth() throws Exception {
    Difference difference = of("main;both 60\nmain;gone 40\n", "main;both 30\nmain;come 70\n");
    assertThat(difference.root().children()).containsOnlyKeys("main");
    Difference.Node main = difference.root().children().get("main");
    assertThat(main.children()).containsOnlyKeys("both", "gone", "come");
    assertThat(main.children().get("gone").allA()).isEqualTo(40);
    assertThat(main.children().get("gone").allB()).isZero();
    assertThat(main.children().get("come").allB()).isEqualTo(70);
    // As wide as the larger of both, frame by frame: 60, 40 and 70 of 100.
    assertThat(main.width()).isCloseTo(1.7, within(1e-9));
    assertThat(boxes(difference))
        .anyMatch(box -> box.title().startsWith("gone: ") && box.style().endsWith("only a"))
        .anyMatch(box -> box.title().startsWith("come: ") && box.style().endsWith("only b"));
  }

  @Test
  void samplesAreTimeOfAnOperation() throws Exception {
    // B took ten times as many samples, of operations that are half as long.
    Side a = new Side(profile("main;loop 100\n"), 20e6 / 100, 1, 1);
    Side b = new Side(profile("main;loop 900\nmain;other 100\n"), 10e6 / 1000, 1, 1);
    Difference difference = new Difference(a, b);
    Difference.Frame loop = difference.frame("loop");
    assertThat(difference.change(loop)).isCloseTo(-11e6, within(1.0));
    assertThat(loop.self()).isEqualTo(Finding.MORE_IN_A);
    DifferencePage page = page(difference, null);
    assertThat(page.unit()).isEqualTo("ms/op");
    assertThat(page.rows().get(0))
        .extracting(
            DifferencePage.Row::frame,
            DifferencePage.Row::a,
            DifferencePage.Row::b,
            DifferencePage.Row::difference,
            DifferencePage.Row::finding)
        .containsExactly("loop", "20", "9", "−11", "less in B");
  }

  @Test
  void vanishedFramesAreFound() throws Exception {
    Difference difference = of("main;both 500\nmain;gone 500\n", "main;both 1000\n");
    assertThat(difference.frame("gone").self()).isEqualTo(Finding.MORE_IN_A);
    assertThat(page(difference, null).rows())
        .filteredOn(row -> row.frame().equals("gone"))
        .singleElement()
        .extracting(DifferencePage.Row::finding)
        .isEqualTo("only in A");
  }

  @Test
  void whatOnlyMovedToAnotherThreadHasNotChanged() throws Exception {
    Difference difference = of("caller;loop 1000\n", "pool;worker;loop 1000\n");
    assertThat(difference.frame("loop").self()).isEqualTo(Finding.NONE);
    assertThat(difference.frame("pool").all()).isEqualTo(Finding.MORE_IN_B);
    assertThat(boxes(difference))
        .filteredOn(box -> box.title().startsWith("loop: "))
        .hasSize(2)
        .allMatch(box -> box.style().startsWith("same only"));
  }

  @Test
  void recursionCountsOnce() throws Exception {
    Difference.Frame frame = of("f;f;f;g 10\n", "f;g 10\n").frame("f");
    assertThat(frame.allA()).isEqualTo(10);
    assertThat(frame.selfA()).isZero();
  }

  @Test
  void chanceIsNoFinding() throws Exception {
    // Two profiles of the same program, 300 times: any finding on one page in a hundred is allowed.
    int wrong = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Difference difference = of(sampled(random, 600), sampled(random, 2500));
      boolean any =
          difference.changed().stream()
              .anyMatch(frame -> frame.self() != Finding.NONE || frame.all() != Finding.NONE);
      wrong += any ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(9);
  }

  @Test
  void aDifferenceBeyondChanceIsFound() throws Exception {
    int found = 0;
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      String more = sampled(random, 1000) + "main;f0;leaf 250\n";
      Difference difference =
          new Difference(
              new Side(profile(sampled(random, 1000)), 1e-3, 1, 1),
              new Side(profile(more), 1e-3, 1, 1));
      found += difference.frame("leaf").self() == Finding.MORE_IN_B ? 1 : 0;
    }
    assertThat(found).isEqualTo(50);
  }

  @Test
  void anIntervalOfTheScoreIsPartOfTheDoubt() throws Exception {
    Profile a = profile("main;loop 10000\n");
    Profile b = profile("main;loop 10000\n");
    Side slow = new Side(b, 1.1e-4, 1, 1);
    Side unsure = new Side(b, 1.1e-4, 0.85, 1.15);
    Side base = new Side(a, 1e-4, 1, 1);
    assertThat(new Difference(base, slow).frame("loop").self()).isEqualTo(Finding.MORE_IN_B);
    assertThat(new Difference(base, unsure).frame("loop").self()).isEqualTo(Finding.NONE);
  }

  @Test
  void withoutAnIntervalNothingIsTold() throws Exception {
    Side a = new Side(profile("main;gone 10000\n"), 1e-4, 1, 1).uncertain();
    Side b = new Side(profile("main;come 10000\n"), 1e-4, 1, 1).uncertain();
    DifferencePage page = page(new Difference(a, b), "a score has no interval");
    assertThat(page.rows()).extracting(DifferencePage.Row::finding).containsOnly("not told apart");
    assertThat(page.sentence()).isEqualTo("No frame is told apart: a score has no interval.");
  }

  @Test
  void tooFewSamplesSaySo() throws Exception {
    Difference difference = of("main;gone 3\n", "main;come 4\n");
    assertThat(page(difference, null).sentence())
        .isEqualTo(
            "No frame is told apart. Of a frame that only B has there are too few samples to tell"
                + " it, of a frame that only A has there are too few samples to tell it.");
    assertThat(page(of("main;gone 300\n", "main;come 400\n"), null).sentence())
        .startsWith("Of 2 frames, 1 takes more in B and 1 less. A frame that only B has is told");
  }

  @Test
  void theLeastThatIsToldIsTold() throws Exception {
    Difference known = of("main;f 1000\n", "main;f 1000\n");
    long least = known.chance().leastInB();
    assertThat(known.chance().of(0, least)).isEqualTo(Finding.MORE_IN_B);
    assertThat(known.chance().of(0, least - 1)).isEqualTo(Finding.NONE);
  }

  @Test
  void manySamplesAreComparedAsWell() {
    assertThat(Chance.atLeast(500_000, 1_000_000, 0.5)).isCloseTo(0.5, within(0.01));
    assertThat(Chance.atLeast(5_000_000, 10_000_000, 0.5)).isCloseTo(0.5, within(0.01));
    assertThat(Chance.atLeast(5_010_000, 10_000_000, 0.5)).isLessThan(1e-9);
    assertThat(Chance.atLeast(0, 10, 0.5)).isEqualTo(1);
    assertThat(Chance.atLeast(10, 10, 0.5)).isCloseTo(StrictMath.pow(0.5, 10), within(1e-12));
  }

  @Test
  void namesAreTheSameInEveryJvm() throws Exception {
    Difference difference =
        of(
            "worker-12;java/lang/invoke/LambdaForm$MH.0x00000000090454.invoke;a/B$$Lambda.0x7f.run"
                + " 9\n",
            "worker-77;java/lang/invoke/LambdaForm$MH.0x00000000110047.invoke;a/B$$Lambda.0x8e.run"
                + " 9\n");
    Difference.Node node = difference.root();
    for (String name :
        List.of("worker process", "java/lang/invoke/LambdaForm$MH.invoke", "a/B$$Lambda.run")) {
      assertThat(node.children()).containsOnlyKeys(name);
      node = node.children().get(name);
    }
  }

  @Test
  void theCompilerIsOneFrame() throws Exception {
    assertThat(
            of("JIT compiler;Compile::Optimize 5\n", "x 1\n")
                .root()
                .children()
                .get("JIT compiler")
                .children())
        .isEmpty();
  }

  @Test
  void aBrokenFileIsRefusedInHalfASentence() {
    for (String text : List.of("main;f", "main;f x\n", " 3\n", "", "main;f 0\n")) {
      assertThatThrownBy(() -> profile(text)).isInstanceOf(Profile.Unusable.class);
    }
    String most = "f 999999999999999\n";
    assertThatThrownBy(() -> profile(most)).hasMessageContaining("more samples");
  }

  @Test
  void deepAndBroadStacksStayBounded() throws Exception {
    StringBuilder text = new StringBuilder("f;".repeat(50_000) + "g 7\n");
    for (int i = 0; i < 5000; i++) {
      text.append("main;a").append(i).append(" 5\n");
    }
    Difference difference = of(text.toString(), "main;a1 1\n");
    DifferencePage page = page(difference, null);
    assertThat(page.drawing().boxes()).hasSizeLessThanOrEqualTo(Drawing.MOST);
    assertThat(page.rows()).hasSize(DifferenceViews.MOST_ROWS);
    assertThat(page.more()).isEqualTo(difference.changed().size() - DifferenceViews.MOST_ROWS);
  }

  @Test
  void theSameSamplesInAnotherOrderAreTheSamePage() throws Exception {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>(sampled(random, 900).lines().toList());
    String other = sampled(random, 900);
    DifferencePage page = page(of(String.join("\n", lines) + "\n", other), null);
    Collections.shuffle(lines, random);
    assertThat(page(of(String.join("\n", lines) + "\n", other), null)).isEqualTo(page);
  }

  private static List<Drawing.Box> boxes(Difference difference) {
    return Drawing.of(difference, Amounts.SHARES).boxes();
  }

  private static DifferencePage page(Difference difference, String untold) {
    DifferencePage.Facts facts = new DifferencePage.Facts("a", "a", null, "", "", "", null);
    Amounts amounts = Amounts.nanos(Math.max(difference.a().total(), difference.b().total()));
    return DifferenceViews.page(
        "x.html", "x", List.of(), "cpu", difference, amounts, facts, facts, untold, List.of());
  }

  /** Shares of both, so that each is 1 in all. */
  private static Difference of(String a, String b) throws Profile.Unusable {
    Profile one = profile(a);
    Profile other = profile(b);
    return new Difference(
        new Side(one, 1.0 / one.total(), 1, 1), new Side(other, 1.0 / other.total(), 1, 1));
  }

  private static Profile profile(String text) throws Profile.Unusable {
    return Profile.of(Stacks.parse(text));
  }

  /** Samples of a program with many frames, most of them rare. */
  private static String sampled(Random random, int samples) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < samples; i++) {
      int which = (int) (60 * StrictMath.pow(random.nextDouble(), 3));
      counts.merge("main;f" + which % 7 + ";g" + which, 1, Integer::sum);
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((stack, count) -> text.append(stack).append(' ').append(count).append('\n'));
    return text.toString();
  }
}
