/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

/** What threads call that may break in a plain field: Fray is to change threads there, too. */
interface LooksAtPlainFields {}
