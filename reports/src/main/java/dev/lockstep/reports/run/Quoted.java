/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

/** Names from input files, made fit for the middle of a sentence. */
public final class Quoted {
  private static final int LONGEST = 120;
  private static final int LONGEST_LINE = 2000;

  private Quoted() {}

  /**
   * Returns the text on one line, without control characters, cut after {@value #LONGEST}
   * characters: a hostile or broken name must not tear a sentence apart.
   */
  public static String name(String text) {
    return cut(text, LONGEST);
  }

  /** Returns a whole sentence on one line, without control characters. */
  public static String line(String text) {
    return cut(text, LONGEST_LINE);
  }

  private static String cut(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    int length = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (length++ == longest) {
        return plain.append('…').toString();
      }
      boolean odd = Character.isISOControl(c) || isLineOrDirection(c) || isNoCharacter(c);
      plain.appendCodePoint(odd ? ' ' : c);
    }
    return plain.toString();
  }

  private static boolean isLineOrDirection(int c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT;
  }

  private static boolean isNoCharacter(int c) {
    return Character.getType(c) == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
  }
}
