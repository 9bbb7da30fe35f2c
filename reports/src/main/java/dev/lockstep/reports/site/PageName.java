/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where the page of a trial or of a test stands, relative to the first page: always the same for
 * the same id, and a file below its directory on every system, whatever the id is.
 */
public final class PageName {
  /** The pages of trials. */
  public static final String TRIALS = "trial";

  /** The pages of proofs, twins and exhibits. */
  public static final String TESTS = "proof";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._=+-]{0,179}");
  private static final int KEPT = 60;
  private static final int DIGEST = 16;

  private PageName() {}

  /** Returns the page of a trial. */
  public static String ofTrial(String id) {
    return TRIALS + "/" + plain(id) + ".html";
  }

  static String ofTest(String test) {
    return TESTS + "/" + plain(test) + ".html";
  }

  /** Returns the anchor of a test's row on a page of many. */
  static String anchor(String test) {
    return plain(test);
  }

  /** An id that is no plain name gets a digest, behind a sign that no plain name has. */
  private static String plain(String id) {
    if (PLAIN.matcher(id).matches()) {
      return id;
    }
    String kept = id.substring(0, Math.min(KEPT, id.length())).replaceAll("[^A-Za-z0-9=+]+", "-");
    return kept + "~" + digest(id).substring(0, DIGEST);
  }

  private static String digest(String id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
