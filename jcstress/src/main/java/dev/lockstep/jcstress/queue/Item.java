/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

/** What goes through a queue. Its content is plain: nothing but the queue publishes it. */
final class Item {
  int content;
}
