type Work = (round: number) => unknown;

/**
 * The medians of the milliseconds that some works take, one each: by turns, in blocks (A B A B ...), so that what else the
 * machine does meets all of them. The first block of each is left out.
 */
export async function byTurns<Works extends readonly Work[]>(
    blocks: number,
    perBlock: number,
    ...works: Works
): Promise<{ -readonly [W in keyof Works]: number }> {
    const turns = works.map(work => ({ work, times: [] as number[] }));
    for (let block = 0; block <= blocks; block++) {
        for (const { work, times } of turns) {
            for (let round = 0; round < perBlock; round++) {
                const start = performance.now();
                await work(block * perBlock + round);
                if (block > 0) times.push(performance.now() - start);
            }
        }
    }
    return turns.map(({ times }) => median(times)) as { -readonly [W in keyof Works]: number };
}

function median(numbers: readonly number[]): number {
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as number;
}
