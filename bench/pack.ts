import { rmSync } from "node:fs";
import { CLIENT_TYPE } from "../src/core/user-pools";
import { rules } from "../src/rules";
import { Pack, type PackResource, urnOf } from "../tests/support/pack";
import { type Metric, ratio } from "./metric";
import { createEmptyPack, createPackCopy } from "./packs";
import { OTHER_RESOURCE, stackWith } from "./resources";
import { alternate } from "./timing";

const BASE_SIZE = 100;
const SIZES = [1000, 10_000] as const;

/** The number of clients that a baseline exempts from each mandatory policy. */
const BASELINE_SIZE = 2000;

/** Measures what the pack adds to a preview, relative to an empty pack. */
export async function measurePack(): Promise<Metric[]> {
    return withPacks(async ({ own, empty, folders, start: startPack }) => {
        const [exempting, plain] = [await startPack(folders[0]), await startPack(folders[0])] as const; // equally cold
        await exempting.configure(baseline());
        const clients = stackWith(BASE_SIZE).filter(({ type }) => type === CLIENT_TYPE);
        const analyzeOther = (pack: Pack) => () => pack.analyze(OTHER_RESOURCE);
        const analyzeClient = (pack: Pack) => (round: number) => pack.analyze(clients[round % clients.length] ?? OTHER_RESOURCE);
        return [
            overEmpty("Start-up", await alternate(30, 1, start(folders[0]), start(folders[1])), 1.05),
            overEmpty("Start-up with metadata", await alternate(30, 1, startWithMetadata(folders[0]), startWithMetadata(folders[1])), 1.08),
            overEmpty("Resource of another type", await alternate(20, 200, analyzeOther(own), analyzeOther(empty)), 1.05),
            overEmpty("Client", await alternate(20, 200, analyzeClient(own), analyzeClient(empty)), 2),
            ratio(
                `Client, with ${BASELINE_SIZE.toLocaleString("en")} exemptions from each mandatory policy, relative to one without`,
                await alternate(20, 200, analyzeClient(exempting), analyzeClient(plain)),
                1.2,
                time => `${time.toFixed(2)} ms`,
            ),
        ];
    });
}

interface Packs {
    readonly own: Pack;
    readonly empty: Pack;
    /** The folders of the two. */
    readonly folders: readonly [string, string];
    /** Starts another one. */
    readonly start: (folder: string) => Promise<Pack>;
}

/** Starts the pack and an empty one, and removes all that were started. */
async function withPacks<T>(measure: (packs: Packs) => Promise<T>): Promise<T> {
    const folders = [createPackCopy(), createEmptyPack()] as const;
    const started: Pack[] = [];
    const start = async (folder: string) => {
        const pack = await Pack.start(folder);
        started.push(pack);
        return pack;
    };
    try {
        return await measure({ own: await start(folders[0]), empty: await start(folders[1]), folders, start });
    } finally {
        await Promise.all(started.map(pack => pack.stop()));
        for (const folder of folders) rmSync(folder, { recursive: true });
    }
}

/** Returns a configuration that exempts many clients, but none that is measured. */
function baseline() {
    const exempt = Array.from({ length: BASELINE_SIZE }, (_, index) => ({ resource: urnOf(`exempt-${index}`), reason: "moves soon" }));
    const mandatory = rules.filter(({ level }) => level === "mandatory");
    return Object.fromEntries(mandatory.map(({ name, level }) => [name, { level, options: { exempt } }]));
}

function start(folder: string) {
    return async () => (await Pack.start(folder)).stop();
}

function startWithMetadata(folder: string) {
    return async () => {
        const pack = await Pack.start(folder);
        await pack.infoBytes();
        await pack.stop();
    };
}

function overEmpty(what: string, times: readonly [number, number], limit: number): Metric {
    return ratio(`${what}, relative to an empty pack`, times, limit, time => `${time.toFixed(2)} ms`);
}

/** The number of clients that are analyzed at once; fewer take too short to measure. */
const CLIENTS_PER_BLOCK = 5000;

type Analyze = (pack: Pack, stack: readonly PackResource[]) => () => Promise<unknown>;

const oneByOne: Analyze = (pack, stack) => {
    const clients = stack.filter(({ type }) => type === CLIENT_TYPE);
    return async () => {
        for (const client of clients) await pack.analyze(client);
    };
};

const asStack: Analyze = (pack, stack) => () => pack.analyzeStack(stack);

/** Measures how the time per client grows with the size of the stack, relative to an empty pack: the time of the SDK grows as well. */
export async function measureGrowth(): Promise<Metric[]> {
    return withPacks(async ({ own, empty }) => {
        return [...(await growthOf("one by one", oneByOne, own, empty)), ...(await growthOf("as a stack", asStack, own, empty))];
    });
}

async function growthOf(how: string, analyze: Analyze, own: Pack, empty: Pack): Promise<Metric[]> {
    const tasks = [BASE_SIZE, ...SIZES].flatMap(size => {
        const stack = stackWith(size);
        const rounds = Math.ceil(CLIENTS_PER_BLOCK / size);
        return [own, empty].map(pack => repeat(rounds, analyze(pack, stack)));
    });
    const times = await alternate(3, 1, ...tasks);
    const relative = (index: number) => (times[2 * index] as number) / (times[2 * index + 1] as number);
    return SIZES.map((size, index) => {
        const name = `Client relative to an empty pack, of ${size.toLocaleString("en")} vs. ${BASE_SIZE}, ${how}`;
        return ratio(name, [relative(index + 1), relative(0)], 1.1, value => value.toFixed(2));
    });
}

function repeat(rounds: number, task: () => Promise<unknown>) {
    return async () => {
        for (let round = 0; round < rounds; round++) await task();
    };
}
