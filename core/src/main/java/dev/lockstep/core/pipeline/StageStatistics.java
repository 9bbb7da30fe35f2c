/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.util.OptionalInt;

/**
 * What the workers of one stage have done so far, all together.
 *
 * @param name the name of the stage
 * @param workers how many workers it has
 * @param items results that it made
 * @param takes what was taken from its queue: items and sentinels
 * @param polls attempts to take: the same as {@code takes} for a queue that has its workers wait,
 *     more for one that has them look again
 * @param emptyPolls attempts that found nothing
 * @param maxDepth the most items that a worker saw in its queue right after it had taken one, if
 *     the pipeline is {@link PipelineBuilder#watched}; a worker looks at its first take and at
 *     every sixteenth after it, so this may be too low, never too high
 */
public record StageStatistics(
    String name,
    int workers,
    long items,
    long takes,
    long polls,
    long emptyPolls,
    OptionalInt maxDepth) {}
