/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * A test that hangs fails by itself and shows where all threads are. The parent POM says so for all
 * modules; this holds the settings of the very run that it is part of against two tests that hang.
 */
@ExtendWith(LimitTest.Context.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // whatever the POM says
class LimitTest {

  private static final String TIMEOUT = "junit.jupiter.execution.timeout.";
  private static final String LIMIT = TIMEOUT + "default";

  /** Gives a test the context that it runs in, and with it the settings. */
  static final class Context implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ExtensionContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context;
    }
  }

  private record Run(Failure failure, String output) {}

  @Test
  void everyTestHasALimit(ExtensionContext settings) {
    assertThat(settings.getConfigurationParameter(LIMIT)).as("set by the POM").isPresent();
  }

  @Test
  void aTestThatWaitsForEverFails(ExtensionContext settings) {
    assertFails(settings, "waitsForEver");
  }

  @Test
  void aTestThatIgnoresItsInterruptFails(ExtensionContext settings) throws InterruptedException {
    try {
      assertFails(settings, "ignoresItsInterrupt");
    } finally {
      Hanging.RELEASED.countDown();
    }
  }

  /** The limit grows until the test is seen to hang: a busy machine may be slow to get there. */
  private static void assertFails(ExtensionContext settings, String method) {
    long millis = 50;
    Run run;
    do {
      millis *= 2;
      run = run(settings, method, millis);
      assertThat(run.output()).as("thread dump").contains(" will be interrupted.");
    } while (!run.output().contains("Hanging." + method));
    assertThat(run.failure().getTestIdentifier().getDisplayName()).isEqualTo(method + "()");
    assertThat(run.failure().getException())
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining(method + "() timed out after " + millis + " milliseconds");
    assertThat(run.output()).contains("java.util.concurrent.CountDownLatch.await");
  }

  private static Run run(ExtensionContext settings, String method, long millis) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(Hanging.class, method))
            .configurationParameter(LIMIT, millis + " ms")
            .configurationParameter("junit.jupiter.conditions.deactivate", "*DisabledCondition");
    for (String name : new String[] {"thread.mode.default", "threaddump.enabled"}) {
      settings
          .getConfigurationParameter(TIMEOUT + name)
          .ifPresent(value -> request.configurationParameter(TIMEOUT + name, value));
    }
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    String output = output(() -> execute(request.build(), listener));
    assertThat(listener.getSummary().getFailures()).hasSize(1);
    return new Run(listener.getSummary().getFailures().getFirst(), output);
  }

  private static void execute(LauncherDiscoveryRequest request, SummaryGeneratingListener tells) {
    LauncherFactory.create().execute(request, tells);
  }

  private static String output(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Disabled("run by the tests above, which expect it to fail")
  static final class Hanging {

    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    @Test
    void waitsForEver() throws InterruptedException {
      new CountDownLatch(1).await();
    }

    /** Not for ever, or its thread would outlive the tests. */
    @Test
    void ignoresItsInterrupt() {
      while (RELEASED.getCount() > 0) {
        try {
          RELEASED.await();
        } catch (InterruptedException e) {
          // on purpose
        }
      }
    }
  }
}
