import { rmSync } from "node:fs";
import { CLIENT_TYPE } from "../src/stack";
import { Pack } from "../tests/pack";
import type { Row } from "./main";
import { idlePack, ownPack } from "./packs";
import { FOREIGN, stackWith } from "./resources";
import { byTurns } from "./timing";

const SIZES = [100, 1000, 10_000] as const;

/** What the pack costs a preview, against a pack of as many policies that do nothing. */
export async function serving(): Promise<Row[]> {
    const folders = [ownPack(), idlePack()] as const;
    const [own, idle] = [await Pack.start(folders[0]), await Pack.start(folders[1])] as const;
    const clients = stackWith(100).filter(({ type }) => type === CLIENT_TYPE);
    const foreign = (pack: Pack) => () => pack.analyze(FOREIGN);
    const client = (pack: Pack) => (round: number) => pack.analyze(clients[round % clients.length] ?? FOREIGN);
    try {
        return [
            compared("start, over a do-nothing pack's", await byTurns(20, 1, start(folders[0]), start(folders[1])), 1.05),
            compared("start and what it tells of its policies, likewise", await byTurns(20, 1, tell(folders[0]), tell(folders[1])), 1.05),
            compared("a resource of another type, likewise", await byTurns(20, 200, foreign(own), foreign(idle)), 1.05),
            compared("a client, likewise", await byTurns(20, 200, client(own), client(idle)), 2),
            ...(await growth(own)),
        ];
    } finally {
        await Promise.all([own.stop(), idle.stop()]);
        for (const folder of folders) rmSync(folder, { recursive: true });
    }
}

function start(folder: string) {
    return async () => (await Pack.start(folder)).stop();
}

function tell(folder: string) {
    return async () => {
        const pack = await Pack.start(folder);
        await pack.info();
        await pack.stop();
    };
}

function compared(figure: string, [own, idle]: readonly [number, number], limit: number): Row {
    return { figure, found: `${(own / idle).toFixed(2)} (${own.toFixed(2)} ms / ${idle.toFixed(2)} ms)`, value: own / idle, limit };
}

/** Whether a client costs more where there are many: sent one by one, and all at once as a stack. */
async function growth(pack: Pack): Promise<Row[]> {
    const stacks = SIZES.map(size => stackWith(size));
    const oneByOne = stacks.map(stack => async () => {
        for (const resource of stack) if (resource.type === CLIENT_TYPE) await pack.analyze(resource);
    });
    const atOnce = stacks.map(stack => () => pack.analyzeStack(stack));
    const rows: Row[] = [];
    for (const [how, works] of [
        ["one by one", oneByOne],
        ["as a stack", atOnce],
    ] as const) {
        const times = await byTurns(5, 1, ...works);
        const [base = 0, ...others] = times.map((time, index) => time / (SIZES[index] as number));
        others.forEach((cost, index) => {
            const figure = `a client of ${SIZES[index + 1]?.toLocaleString("en")}, over one of ${SIZES[0]}, ${how}`;
            rows.push({
                figure,
                found: `${(cost / base).toFixed(2)} (${cost.toFixed(3)} ms / ${base.toFixed(3)} ms)`,
                value: cost / base,
                limit: 1.1,
            });
        });
    }
    return rows;
}
