/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is judged. Every construct of the suite belongs to a family (a package below) and is a
 * constant of that family's kind enum; {@link dev.lockstep.core.Constructs} knows them all.
 */
package dev.lockstep.core;
