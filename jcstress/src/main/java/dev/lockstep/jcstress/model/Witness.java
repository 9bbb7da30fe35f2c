/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;
import java.util.Set;

/**
 * {@code witnesses/<id>.json}: an interleaving under which something went wrong.
 *
 * @param threads their names
 * @param wrong what went wrong
 * @param steps in the order in which they happened; empty if the checker's text was not understood
 * @param text the file that holds the checker's own rendering
 */
record Witness(
    int schema,
    String id,
    List<String> threads,
    String wrong,
    List<Interleaving.Step> steps,
    String text) {

  /** The witness of a result that broke; {@code own} are the names of the suite's source files. */
  static Witness of(ModelResult result, Set<String> own, String text) {
    Interleaving interleaving =
        result.interleaving() == null ? read(result.text(), own) : result.interleaving();
    return new Witness(
        1, result.id(), interleaving.threads(), result.wrong(), interleaving.steps(), text);
  }

  private static Interleaving read(String text, Set<String> own) {
    try {
      return Interleaving.read(text, own);
    } catch (IllegalArgumentException e) {
      // That it broke counts more than how well it can be told; the text still tells it.
      return new Interleaving(List.of(), List.of());
    }
  }
}
