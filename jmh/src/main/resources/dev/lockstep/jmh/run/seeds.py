# SPDX-License-Identifier: Apache-2.0
"""The two compute-bound functions of Effective Python, items 37 and 41, three ways: one after the
other, on threads, in processes. Reads what to run from standard input, prints what it took.

As in the book, making the threads or the pool is inside the measured time, shutting a pool down is
not. Every answer is compared with the right one.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from threading import Thread
from time import perf_counter


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


def measure(way, function, work, workers, repeats):
    seconds = []
    for _ in range(repeats):
        start = perf_counter()
        results, pool = way(function, work["inputs"], workers)
        seconds.append(perf_counter() - start)
        if pool is not None:
            pool.shutdown()
        if results != work["expected"]:
            sys.exit(f"{function.__name__} returned {results} instead of {work['expected']}")
    return seconds


def same(number):
    return number


def round_trips(batches, size):
    """Microseconds from submitting a task that does nothing until its result is there."""
    figures = []
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(same, 0).result()
        for _ in range(batches):
            start = perf_counter()
            for i in range(size):
                if pool.submit(same, i).result() != i:
                    sys.exit("a round trip brought back something else than was sent")
            figures.append((perf_counter() - start) / size * 1e6)
    return figures


def main():
    order = json.load(sys.stdin)
    results = []
    for workload, function in (("GCD_SEED", gcd), ("FACTORIZE_SEED", divisors)):
        for name, way in (("SERIAL", serially), ("THREADS", on_threads), ("PROCESSES", in_processes)):
            workers = 1 if way is serially else order["workers"]
            seconds = measure(way, function, order["work"][workload], workers, order["repeats"])
            results.append({"workload": workload, "way": name, "workers": workers, "seconds": seconds})
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    version = "%d.%d.%d" % sys.version_info[:3]
    trips = round_trips(order["batches"], order["batch"])
    json.dump({"version": version, "gil": gil, "results": results, "roundTrips": trips}, sys.stdout)


if __name__ == "__main__":
    main()
