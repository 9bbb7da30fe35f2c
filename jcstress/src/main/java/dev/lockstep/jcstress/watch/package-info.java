/* SPDX-License-Identifier: Apache-2.0 */
/** A watchdog for actors that wait: it tells a lost wake-up from a busy machine. */
package dev.lockstep.jcstress.watch;
