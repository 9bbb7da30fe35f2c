/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The work that executors are compared by: the two compute-bound functions of Effective Python, as
 * slow as they are there and on the same inputs, beside fast ones that know the right answers.
 */
package dev.lockstep.core.kernel;
