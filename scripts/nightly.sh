#!/usr/bin/env bash
# Runs the night and files it in the history: scripts/nightly.sh [HISTORY]
# PLAN (nightly) and BUDGET (that of the plan, or for example 2h) can be set. Exits with the judge's code.
set -u
cd "$(dirname "$0")/.." || exit 4
history=${1:-history}
run=reports/target/run

if ! mvn -B -ntp verify -Dplan="${PLAN:-nightly}" -Dbudget="${BUDGET:-default}" -Dskip.judge=true; then
  echo "The build or a harness failed before there was anything to judge; its last lines above say why." >&2
  exit 4
fi
java -jar reports/target/reports.jar judge --run-dir "$run"
code=$?
java -jar reports/target/reports.jar history add --run-dir "$run" --history "$history" || exit 4
exit "$code"
