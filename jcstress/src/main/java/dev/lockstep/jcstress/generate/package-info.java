/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes the stress tests that ask one question of every kind of a family: from a template, the
 * kinds of the family, and what is broken on purpose. Runs before the tests are compiled.
 */
package dev.lockstep.jcstress.generate;
