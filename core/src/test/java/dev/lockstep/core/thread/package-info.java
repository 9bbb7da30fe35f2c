/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the platform's threads do and do not do, where the Python notes say something about threads.
 * Nothing of ours is under test here: a platform that behaves otherwise makes the notes' comparison
 * wrong, and these tests red.
 */
package dev.lockstep.core.thread;
