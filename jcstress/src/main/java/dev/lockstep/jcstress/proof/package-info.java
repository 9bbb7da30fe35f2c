/* SPDX-License-Identifier: Apache-2.0 */
/** What each stress test proves and about which construct: the annotations and who reads them. */
package dev.lockstep.jcstress.proof;
