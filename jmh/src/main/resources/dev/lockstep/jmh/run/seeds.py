# SPDX-License-Identifier: Apache-2.0
"""The two compute-bound functions of Effective Python, items 37 and 41, three ways: one after the
other, on threads, in processes. Reads what to run from standard input, prints what it took: each
once, since a process is to this what a fork is to a benchmark.

As in the book, making the threads or the pool is inside the measured time, shutting a pool down is
not. Every answer is compared with the right one.

Then the pipelines of items 39 and 55, three stages that return what they get: over a queue made by
hand, which its workers poll, and over one that can be closed.
"""

import json
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from queue import Queue
from threading import Lock, Thread
from time import perf_counter, sleep


def gcd(pair):
    a, b = pair
    for i in range(min(a, b), 0, -1):
        if a % i == 0 and b % i == 0:
            return i


def factorize(number):
    for i in range(1, number + 1):
        if number % i == 0:
            yield i


def divisors(number):
    return list(factorize(number))


class FactorizeThread(Thread):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        self.divisors = divisors(self.number)


def serially(function, inputs, workers):
    return list(map(function, inputs)), None


def on_threads(function, inputs, workers):
    if function is divisors:
        threads = [FactorizeThread(number) for number in inputs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [thread.divisors for thread in threads], None
    pool = ThreadPoolExecutor(max_workers=workers)
    return list(pool.map(function, inputs)), pool


def in_processes(function, inputs, workers):
    pool = ProcessPoolExecutor(max_workers=workers)
    return list(pool.map(function, inputs)), pool


def measure(way, function, work, workers):
    start = perf_counter()
    results, pool = way(function, work["inputs"], workers)
    seconds = perf_counter() - start
    if pool is not None:
        pool.shutdown()
    if results != work["expected"]:
        sys.exit(f"{function.__name__} returned {results} instead of {work['expected']}")
    return [seconds]


def same(number):
    return number


def round_trips(batches, size):
    """Microseconds from submitting a task that does nothing until its result is there."""
    figures = []
    if batches == 0:
        return figures
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(same, 0).result()
        for _ in range(batches):
            start = perf_counter()
            for i in range(size):
                if pool.submit(same, i).result() != i:
                    sys.exit("a round trip brought back something else than was sent")
            figures.append((perf_counter() - start) / size * 1e6)
    return figures


class PolledQueue:
    def __init__(self):
        self.items = deque()
        self.lock = Lock()

    def put(self, item):
        with self.lock:
            self.items.append(item)

    def get(self):
        with self.lock:
            return self.items.popleft()


class PollingWorker(Thread):
    """Nothing tells it to stop: a daemon, so that the program can end at all."""

    def __init__(self, function, in_queue, out_queue):
        super().__init__(daemon=True)
        self.function = function
        self.in_queue = in_queue
        self.out_queue = out_queue

    def run(self):
        while True:
            try:
                item = self.in_queue.get()
            except IndexError:
                sleep(0.01)
            else:
                self.out_queue.put(self.function(item))


def polled_pipeline(items):
    queues = [PolledQueue() for _ in range(4)]
    for in_queue, out_queue in zip(queues, queues[1:]):
        PollingWorker(same, in_queue, out_queue).start()
    for item in range(items):
        queues[0].put(item)
    while len(queues[-1].items) < items:
        sleep(0.1)
    return list(queues[-1].items)


class ClosableQueue(Queue):
    SENTINEL = object()

    def close(self):
        self.put(self.SENTINEL)

    def __iter__(self):
        while True:
            item = self.get()
            try:
                if item is self.SENTINEL:
                    return
                yield item
            finally:
                self.task_done()


class StoppableWorker(Thread):
    def __init__(self, function, in_queue, out_queue):
        super().__init__()
        self.function = function
        self.in_queue = in_queue
        self.out_queue = out_queue

    def run(self):
        for item in self.in_queue:
            self.out_queue.put(self.function(item))


def closable_pipeline(items):
    queues = [ClosableQueue() for _ in range(4)]
    workers = [StoppableWorker(same, *ends) for ends in zip(queues, queues[1:])]
    for worker in workers:
        worker.start()
    for item in range(items):
        queues[0].put(item)
    for queue, worker in zip(queues, workers):
        queue.close()
        queue.join()
        worker.join()
    return list(queues[-1].queue)


def pipelines(plan):
    """From making the queues until all items are known to be done."""
    figures = []
    for order in plan:
        run = {"CLOSABLE": closable_pipeline, "POLLING": polled_pipeline}[order["queue"]]
        start = perf_counter()
        done = run(order["items"])
        seconds = perf_counter() - start
        if done != list(range(order["items"])):
            sys.exit(f"{len(done)} of {order['items']} items came through {order['queue']}")
        figures.append({"queue": order["queue"], "workers": [1, 1, 1], "items": order["items"], "seconds": [seconds]})
    return figures


def main():
    order = json.load(sys.stdin)
    results = []
    for workload, function in (("GCD_SEED", gcd), ("FACTORIZE_SEED", divisors)):
        for name, way in (("SERIAL", serially), ("THREADS", on_threads), ("PROCESSES", in_processes)):
            workers = 1 if way is serially else order["workers"]
            seconds = measure(way, function, order["work"][workload], workers)
            results.append({"workload": workload, "way": name, "workers": workers, "seconds": seconds})
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    version = "%d.%d.%d" % sys.version_info[:3]
    trips = round_trips(order["batches"], order["batch"])
    lines = pipelines(order["pipelines"])  # last: the workers that nothing stops go on until the end
    answer = {"version": version, "gil": gil, "results": results, "roundTrips": trips, "pipelines": lines}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
