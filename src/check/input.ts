import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { Problem, reasonOf } from "./problem";

/** What stands for standard input among the files. */
export const STDIN = "-";

/** The text of a file in the encoding that its byte order mark names: PowerShell's `>` writes UTF-16. */
export async function readText(file: string, stdin: AsyncIterable<Uint8Array>): Promise<string> {
    const bytes = await all(file === STDIN ? stdin : createReadStream(file, { highWaterMark: CHUNK }));
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

/** What a text says as JSON, or where it goes wrong. */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        const { at, early, allowed } = faultOf(text);
        const place = `line ${text.slice(0, at).split("\n").length}, column ${at - text.lastIndexOf("\n", at)}`;
        if (early) throw new Problem(`it ends too early, at ${place}: was it cut off?`);
        const found = match(FOUND, text, at);
        const broken = found === '"' && allowed.includes(found);
        const fault = broken ? "a string is not closed, or has a wrong escape" : `expected ${EXPECTED[allowed]}, not ${found}`;
        throw new Problem(`not JSON at ${place}: ${fault}.`);
    }
}

/** Where an object of a JSON text has a name that it had before: JSON.parse and Pulumi take the last and say nothing. */
export function namedTwice(text: string): (string | number)[][] {
    const twice: (string | number)[][] = [];
    const within: { readonly names: Set<string>; at: string | number }[] = [];
    for (const [token, name] of text.matchAll(NAME_OR_TOKEN)) {
        const inner = within.at(-1);
        if (token === "{" || token === "[") within.push({ names: new Set(), at: 0 });
        else if (token === "}" || token === "]") within.pop();
        else if (inner && name !== undefined) {
            const written: string = JSON.parse(name);
            inner.at = written;
            if (inner.names.has(written)) twice.push(within.map(({ at }) => at));
            inner.names.add(written);
        } else if (typeof inner?.at === "number" && token === ",") inner.at++;
    }
    return twice;
}

/** The bytes that are read of a file at a time. */
const CHUNK = 1024 * 1024;

/** The bytes of which Node.js surely makes one text. */
const MOST_BYTES = constants.MAX_STRING_LENGTH;

async function all(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
        for await (const chunk of stream) {
            chunks.push(chunk);
            size += chunk.length;
            if (size > MOST_BYTES) break;
        }
    } catch (error) {
        throw new Problem(`${reasonOf(error)}.`);
    }
    if (size > MOST_BYTES) {
        const megabytes = Math.floor(MOST_BYTES / 1e6);
        throw new Problem(
            `more than ${megabytes} MB, the most that can be read at once; leave out resources of other services, as with jq.`,
        );
    }
    return Buffer.concat(chunks);
}

/** The grammar of RFC 8259: what may stand in a string as it is, and what a text is made of. */
const PLAIN = String.raw`[ !#-\[\]-\u{10ffff}]*`;
const STRING = String.raw`"${PLAIN}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${PLAIN})*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const TOKEN = new RegExp(String.raw`[{}\[\]:,]|${STRING}|${NUMBER}|true|false|null`, "uy");
const NAME_OR_TOKEN = new RegExp(String.raw`(${STRING})[ \t\r\n]*:|${STRING}|[{}\[\],]`, "ug");
const SPACE = /[ \t\r\n]*/y;
/** The beginning of a string or a word. */
const CUT_OFF = new RegExp(String.raw`(?:"${PLAIN}(?:\\.${PLAIN})*\\?|t|tr|tru|f|fa|fal|fals|n|nu|nul|-)?$`, "uy");
/** What begins a value: an opening, a string or, as "v", any other. */
const VALUE = '{["v';

/** What may follow, in words. */
const EXPECTED: Readonly<Record<string, string>> = {
    [VALUE]: "a value",
    [`${VALUE}]`]: "a value or ]",
    '"': "a name in double quotes",
    '"}': "a name in double quotes or }",
    ":": ":",
    ",}": ", or }",
    ",]": ", or ]",
    "": "nothing more",
};
/** What is there instead: a word, or else a character. */
const FOUND = /[\w.-]+|./suy;

/** Where a text stops being JSON, and what might have stood there. V8 names no position for most faults, and differs between versions. */
function faultOf(text: string): { at: number; early: boolean; allowed: string } {
    const closings: string[] = [];
    const next = () => (closings.length > 0 ? `,${closings.at(-1)}` : "");
    let allowed = VALUE;
    for (let at = 0; ; ) {
        at += match(SPACE, text, at)?.length ?? 0;
        const token = match(TOKEN, text, at);
        if (token === undefined) return { at, early: match(CUT_OFF, text, at) !== undefined, allowed };
        const kind = '{}[]:,"'.includes(token.charAt(0)) ? token.charAt(0) : "v";
        if (!allowed.includes(kind)) return { at, early: false, allowed };
        at += token.length;
        if (kind === "{") {
            closings.push("}");
            allowed = '"}';
        } else if (kind === "[") {
            closings.push("]");
            allowed = `${VALUE}]`;
        } else if (kind === "}" || kind === "]") {
            closings.pop();
            allowed = next();
        } else if (kind === ",") allowed = closings.at(-1) === "}" ? '"' : VALUE;
        else if (kind === ":") allowed = VALUE;
        else allowed = allowed.startsWith('"') ? ":" : next();
    }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
