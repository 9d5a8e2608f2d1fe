import { rmSync } from "node:fs";
import { CLIENT_TYPE } from "../src/core/user-pools";
import { rules } from "../src/rules";
import { Pack, urnOf } from "../tests/support/pack";
import { type Metric, ratio } from "./metric";
import { createEmptyPack, createPackCopy } from "./packs";
import { OTHER_RESOURCE, stackWith } from "./resources";
import { alternate } from "./timing";

const BASE_SIZE = 100;
const SIZES = [1000, 10_000] as const;

/** The number of clients that a baseline exempts from each mandatory policy. */
const BASELINE_SIZE = 2000;

/** Measures what the pack adds to a preview, relative to an empty pack, and whether its cost per client grows. */
export async function measurePack(): Promise<Metric[]> {
    const folders = [createPackCopy(), createEmptyPack()] as const;
    const [own, empty, exempting] = [await Pack.start(folders[0]), await Pack.start(folders[1]), await Pack.start(folders[0])] as const;
    await exempting.configure(baseline());
    const clients = stackWith(BASE_SIZE).filter(({ type }) => type === CLIENT_TYPE);
    const analyzeOther = (pack: Pack) => () => pack.analyze(OTHER_RESOURCE);
    const analyzeClient = (pack: Pack) => (round: number) => pack.analyze(clients[round % clients.length] ?? OTHER_RESOURCE);
    try {
        return [
            overEmpty("Start-up", await alternate(20, 1, start(folders[0]), start(folders[1])), 1.05),
            overEmpty("Start-up with metadata", await alternate(20, 1, startWithMetadata(folders[0]), startWithMetadata(folders[1])), 1.05),
            overEmpty("Resource of another type", await alternate(20, 200, analyzeOther(own), analyzeOther(empty)), 1.05),
            overEmpty("Client", await alternate(20, 200, analyzeClient(own), analyzeClient(empty)), 2),
            ratio(
                `Client, with ${BASELINE_SIZE.toLocaleString("en")} exemptions from each mandatory policy, relative to one without`,
                await alternate(20, 200, analyzeClient(exempting), analyzeClient(own)),
                1.2,
                time => `${time.toFixed(2)} ms`,
            ),
            ...(await measureGrowth(own)),
        ];
    } finally {
        await Promise.all([own.stop(), empty.stop(), exempting.stop()]);
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
        await pack.info();
        await pack.stop();
    };
}

function overEmpty(what: string, times: readonly [number, number], limit: number): Metric {
    return ratio(`${what}, relative to an empty pack`, times, limit, time => `${time.toFixed(2)} ms`);
}

async function measureGrowth(pack: Pack): Promise<Metric[]> {
    const analyzeEach = (size: number) => {
        const clients = stackWith(size).filter(({ type }) => type === CLIENT_TYPE);
        return async () => {
            for (const client of clients) await pack.analyze(client);
        };
    };
    const analyzeStack = (size: number) => {
        const stack = stackWith(size);
        return () => pack.analyzeStack(stack);
    };
    return [...(await growthOf("one by one", analyzeEach)), ...(await growthOf("as a stack", analyzeStack))];
}

async function growthOf(how: string, analyze: (size: number) => () => Promise<unknown>): Promise<Metric[]> {
    const [base = 0, ...times] = await alternate(5, 1, ...[BASE_SIZE, ...SIZES].map(analyze));
    return SIZES.map((size, index) => {
        const perClient = [(times[index] as number) / size, base / BASE_SIZE] as const;
        const name = `Time per client, ${size.toLocaleString("en")} vs. ${BASE_SIZE}, ${how}`;
        return ratio(name, perClient, 1.1, time => `${time.toFixed(3)} ms`);
    });
}
