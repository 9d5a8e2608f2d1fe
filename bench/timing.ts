type Task = (round: number) => unknown;

/**
 * Returns the median run time of each task in milliseconds. The tasks alternate in blocks (A B A B ...), so that other load
 * on the machine affects all of them; the first block of each is warm-up.
 */
export async function alternate<Tasks extends readonly Task[]>(
    blocks: number,
    roundsPerBlock: number,
    ...tasks: Tasks
): Promise<{ -readonly [T in keyof Tasks]: number }> {
    const timed = tasks.map(task => ({ task, times: [] as number[] }));
    for (let block = 0; block <= blocks; block++) {
        for (const { task, times } of timed) {
            for (let round = 0; round < roundsPerBlock; round++) {
                const start = performance.now();
                await task(block * roundsPerBlock + round);
                if (block > 0) times.push(performance.now() - start);
            }
        }
    }
    return timed.map(({ times }) => median(times)) as { -readonly [T in keyof Tasks]: number };
}

/** Returns the middle one of some numbers. */
export function median(numbers: readonly number[]): number {
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as number;
}
