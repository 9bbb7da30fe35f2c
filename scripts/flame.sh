#!/usr/bin/env bash
# One flame graph in one command: scripts/flame.sh BENCHMARK [JMH options]
# For example: scripts/flame.sh CounterCost -p kind=REENTRANT_LOCK -t 2
# Writes below FLAMES (flames), one directory per trial.
set -eu
[ $# -ge 1 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 4; }
root=$(cd "$(dirname "$0")/.." && pwd)
jar=$root/jmh/target/benchmarks.jar
[ -f "$jar" ] || (cd "$root" && mvn -q -B -ntp package -pl jmh -am -DskipTests)
exec java -Dlockstep.main=dev.lockstep.jmh.run.Flame -jar "$jar" "${FLAMES:-$root/jmh/target/flames}" "$@"
