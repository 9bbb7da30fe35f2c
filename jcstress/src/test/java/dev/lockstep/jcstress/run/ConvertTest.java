/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.run.Harness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.vm.CompileMode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("gate")
class ConvertTest {

  private static final String RACE = "dev.lockstep.jcstress.counter.CounterRace.PlainIncrement";

  @TempDir Path directory;
  private Path blob;
  private String base;
  private String said;

  @BeforeEach
  void name() {
    blob = directory.resolve("results.bin.gz");
    base = directory.resolve("out").toString();
  }

  private int convert(String... arguments) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(all, true, StandardCharsets.UTF_8);
    int code = Convert.run(arguments, stream, stream);
    said = all.toString(StandardCharsets.UTF_8);
    return code;
  }

  private NodeList cases() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Path.of(base + ".xml").toFile())
        .getElementsByTagName("testcase");
  }

  private static String verdict(NodeList cases, int index) {
    Element element = (Element) cases.item(index);
    for (String verdict : List.of("failure", "error", "skipped")) {
      if (element.getElementsByTagName(verdict).getLength() > 0) {
        return verdict;
      }
    }
    return "passed";
  }

  @Test
  void aGoodResultPasses() throws Exception {
    Blob.write(blob, Samples.result("6", 1000));
    assertThat(convert(blob.toString(), base)).isZero();
    assertThat(Files.readString(Path.of(base + ".json"))).contains("\"samples\" : 1000");
    NodeList cases = cases();
    assertThat(cases.getLength()).isEqualTo(1);
    assertThat(((Element) cases.item(0)).getAttribute("classname")).isEqualTo(Samples.TEST);
    assertThat(verdict(cases, 0)).isEqualTo("passed");
  }

  @Test
  void aForbiddenOutcomeFails() throws Exception {
    Blob.write(blob, Samples.result("5", 7));
    assertThat(convert(blob.toString(), base)).isZero();
    assertThat(verdict(cases(), 0)).isEqualTo("failure");
    assertThat(Files.readString(Path.of(base + ".xml"))).contains("forbidden: 5 seen 7 times");
  }

  @Test
  void anErrorAndAForkWithoutSamplesAreErrors() throws Exception {
    TestResult late = new TestResult(Status.TIMEOUT_ERROR);
    late.setConfig(Samples.config(CompileMode.UNIFIED, "-Xint"));
    Blob.write(blob, List.of(late, Samples.empty()));
    assertThat(convert(blob.toString(), base)).isZero();
    NodeList cases = cases();
    assertThat(cases.getLength()).isEqualTo(2);
    assertThat(verdict(cases, 0)).isEqualTo("error");
    assertThat(verdict(cases, 1)).isEqualTo("error");
  }

  @Test
  void aRaceThatWasNotSeenIsSkipped() throws Exception {
    Blob.write(blob, Samples.result(RACE, "2", 1000));
    assertThat(convert(blob.toString(), base)).isZero();
    NodeList cases = cases();
    assertThat(cases.getLength()).isEqualTo(2);
    assertThat(verdict(cases, 0)).isEqualTo("passed");
    assertThat(((Element) cases.item(1)).getAttribute("name")).isEqualTo("must observe 1");
    assertThat(verdict(cases, 1)).isEqualTo("skipped");
    Blob.write(blob, Samples.result(RACE, "1", 1));
    assertThat(convert(blob.toString(), base)).isZero();
    assertThat(verdict(cases(), 1)).isEqualTo("passed");
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    Blob.write(blob, Samples.result("6", 1000));
    byte[] whole = Files.readAllBytes(blob);
    Files.write(blob, Arrays.copyOf(whole, whole.length / 2));
    assertThat(convert(blob.toString(), base)).isEqualTo(Harness.REFUSED);
    assertThat(said).contains("is cut short");
    assertThat(Path.of(base + ".json")).doesNotExist();
    assertThat(convert(directory.resolve("none").toString(), base)).isEqualTo(Harness.REFUSED);
    assertThat(said).contains("is missing");
    assertThat(convert()).isEqualTo(Harness.FAILED);
  }

  @Test
  void whereItCannotBeWrittenIsSaid() throws IOException {
    Blob.write(blob, Samples.result("6", 1000));
    assertThat(convert(blob.toString(), directory + "/no/such/place")).isEqualTo(Harness.REFUSED);
    assertThat(said).contains("cannot be written").contains("name another");
  }
}
