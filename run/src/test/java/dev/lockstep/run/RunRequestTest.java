/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {

  @Test
  void readsWhatThePomPasses() {
    RunRequest request =
        RunRequest.parse(
            "--plan=nightly",
            "--run-dir=target/run",
            "--default-run-dir=target/run",
            "--budget=2h",
            "--since=2026-01-31T12:00:00Z",
            "--adaptive=false",
            "--with-parent");
    assertThat(request.plan()).isEqualTo(Plan.NIGHTLY);
    assertThat(request.directory()).isAbsolute();
    assertThat(request.replaceable()).isTrue();
    assertThat(request.budget()).hasToString("2h");
    assertThat(request.adaptive()).isFalse();
    assertThat(request.withParent()).isTrue();
  }

  @Test
  void aDirectoryThatSomebodyNamedIsNotReplaceable() {
    RunRequest request =
        RunRequest.parse("--plan=quick", "--run-dir=mine", "--default-run-dir=target/run");
    assertThat(request.replaceable()).isFalse();
    assertThat(request.budget()).as("that of the plan").hasToString("10m");
    assertThat(request.adaptive()).isTrue();
  }

  @Test
  void anUnknownPlanNamesThePlansThereAre() {
    assertThatThrownBy(() -> RunRequest.parse("--plan=slow", "--run-dir=d"))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "There is no plan \"slow\": choose one of smoke, quick, nightly, full, for example"
                + " -Dplan=quick.");
  }

  @Test
  void whatNoClassPathCanHoldIsNoRunDirectory() {
    String run = "--run-dir=a" + File.pathSeparator + "b";
    assertThatThrownBy(() -> RunRequest.parse("--plan=quick", run))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("parts the entries of a class path");
    assertThatThrownBy(() -> RunRequest.parse("--plan=quick", "--run-dir=a\0b"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be a run directory (Nul character not allowed)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 hours", "-1h", "0m", "", "soon"})
  void aBudgetThatIsNoneIsRefused(String budget) {
    assertThatThrownBy(() -> RunRequest.parse("--plan=quick", "--run-dir=d", "--budget=" + budget))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is no budget");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--plan=quick", "--run-dir=d", "--what"})
  void incompleteOrUnknownOptionsAreRefused(String option) {
    assertThatThrownBy(() -> RunRequest.parse(option)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> RunRequest.parse("--plan=quick", "--run-dir=d", "--since=noon"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("\"noon\" is no instant: write it as 2026-01-31T12:00:00Z.");
  }
}
