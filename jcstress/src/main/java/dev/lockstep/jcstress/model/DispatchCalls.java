/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.executor.CallDesk;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** What threads call that give calls to a pool with one worker, and what that and the pool do. */
public final class DispatchCalls {

  private static final int FIRST = 1;
  private static final int NEXT = 2;

  private final CallDesk desk = ObjectUnderTest.create(CallDesk.class);

  /** What wakes the pool's own thread: in place of the sockets. */
  private final BlockingQueue<Boolean> bell = new LinkedBlockingQueue<>();

  private final CountDownLatch firstAnswered = new CountDownLatch(1);
  private volatile boolean served;

  public void open() throws IOException {
    desk.open();
  }

  /** The worker has the first call, and the next one waits for it. */
  public void submitTwo() throws IOException {
    desk.open();
    boolean _ = desk.submit(FIRST);
    boolean _ = desk.submit(NEXT);
  }

  public boolean submit() {
    return desk.submit(FIRST);
  }

  public int getFirst() throws InterruptedException {
    int answer = desk.get(FIRST);
    firstAnswered.countDown();
    return answer;
  }

  /** The last answer that anybody waits for. */
  public int getNext() throws InterruptedException {
    int answer = desk.get(NEXT);
    served = true;
    bell.add(true);
    return answer;
  }

  public void cancelFirst() {
    desk.cancel(FIRST);
  }

  public void answerFirst() {
    answer(FIRST);
  }

  /** The worker has got the next call by then. */
  public void answerNext() throws InterruptedException {
    firstAnswered.await();
    answer(NEXT);
  }

  private void answer(int call) {
    if (desk.answer(call)) {
      bell.add(true);
    }
  }

  public void wake() throws IOException {
    desk.wake();
  }

  /** Is the pool's own thread. */
  public void serve() throws IOException, InterruptedException {
    while (!served) {
      boolean _ = bell.take();
      desk.wake();
    }
  }

  public void dismiss() {
    desk.dismiss();
  }

  /** Returns whether the first call has come to its end. */
  public boolean isDone() throws IOException {
    desk.close();
    return desk.isDone(FIRST);
  }

  /** Returns the call that the worker had when it was ended, 0 if it was not. */
  public int endedWith() throws IOException {
    desk.close();
    return desk.endedWith();
  }
}
