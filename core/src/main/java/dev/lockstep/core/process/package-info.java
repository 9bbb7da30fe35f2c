/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Work in other processes: what travels, and the worker JVMs it travels to. The Python counterpart
 * is {@code multiprocessing}.
 */
package dev.lockstep.core.process;
