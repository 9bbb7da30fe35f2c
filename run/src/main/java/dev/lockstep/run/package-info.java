/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The run directory as the harnesses write it: opening, going on after a kill, whole files only,
 * the facts about machine and code, progress. CONTRIBUTING.md holds the schema. No construct uses
 * this package, and it knows neither jcstress nor JMH nor the judge.
 */
package dev.lockstep.run;
