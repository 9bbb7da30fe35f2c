/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The ways to access a field that threads share, from plain to sequentially consistent: what all
 * other constructs are made of.
 */
package dev.lockstep.core.order;
