import type { Token } from "./token";

/** Longer lists of type arguments are not recognized. */
const MAX_TOKENS = 100;

/** Pairs the angle brackets around type arguments, as in `Map<String, List<String>>`. Those of comparisons have no partner. */
export function pairAngles(tokens: readonly Token[]): void {
    for (const [index, { text, partner }] of tokens.entries()) {
        if (text !== "<" || partner !== undefined) continue;
        const before = tokens[index - 1];
        if (before?.kind === "name" || before?.text === ".") pairAt(tokens, index);
    }
}

function pairAt(tokens: readonly Token[], first: number): void {
    const open: number[] = [];
    const pairs: [number, number][] = [];
    const { parent } = tokens[first] ?? {};
    for (let index = first; index < Math.min(tokens.length, first + MAX_TOKENS); index++) {
        const token = tokens[index];
        if (!token) return;
        const { text } = token;
        if (text === "<") open.push(index);
        else if (text === ">") {
            if (token.parent !== parent) return;
            pairs.push([open.pop() ?? first, index]);
            if (open.length === 0) break;
        } else if (token.kind !== "name" && !/^[.,?&()[\]]$/.test(text)) return;
        if (token.parent !== parent && text === "<") return;
    }
    const end = pairs.at(-1)?.[1];
    if (open.length > 0 || end === undefined || !mayFollow(tokens[end + 1])) return;
    for (const [opening, closing] of pairs) {
        (tokens[opening] as Token).partner = closing;
        (tokens[closing] as Token).partner = opening;
    }
}

/** Whether a token can be behind type arguments, rather than behind a comparison. */
function mayFollow(token: Token | undefined): boolean {
    return token === undefined || token.kind === "name" || /^(?:[()\]};:,.?{>[=&]|==|!=|::|\.\.\.)$/.test(token.text);
}
