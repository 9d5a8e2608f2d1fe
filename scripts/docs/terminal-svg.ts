import { escapeXml } from "../../src/util/escape";

/** The class of each ANSI code that the text formatter prints, and the codes that end one. */
const CLASSES: ReadonlyMap<number, string> = new Map([
    [1, "bold"],
    [2, "dim"],
    [4, "underline"],
    [31, "red"],
    [33, "yellow"],
]);
const ENDS: ReadonlyMap<number, readonly number[]> = new Map([
    [22, [1, 2]],
    [24, [4]],
    [39, [31, 33]],
]);

const CHARACTER_WIDTH = 8.4;
const LINE_HEIGHT = 20;
const PADDING = 16;

const STYLE = `
    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328; }
    rect { fill: #f6f8fa; stroke: #d1d9e0; }
    .bold { font-weight: 600; }
    .dim { opacity: 0.7; }
    .underline { text-decoration: underline; }
    .red { fill: #cf222e; }
    .yellow { fill: #9a6700; }
    @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        rect { fill: #0d1117; stroke: #3d444d; }
        .red { fill: #ff7b72; }
        .yellow { fill: #d29922; }
    }`;

/** Renders what a command printed to a terminal, with ANSI colors, as an SVG image for light and dark pages. */
export function renderTerminal(output: string, title: string): string {
    const lines = output.trimEnd().split("\n");
    const columns = Math.max(...lines.map(line => line.replace(ANSI, "").length));
    const width = Math.ceil(columns * CHARACTER_WIDTH) + 2 * PADDING;
    const height = lines.length * LINE_HEIGHT + 2 * PADDING;
    const active = new Set<number>();
    const texts = lines.map((line, index) => {
        const y = PADDING + (index + 0.7) * LINE_HEIGHT;
        return `<text x="${PADDING}" y="${y}">${renderLine(line, active)}</text>`;
    });
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:space="preserve">`,
        `<title>${escapeXml(title)}</title>`,
        `<style>${STYLE}\n</style>`,
        `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
        ...texts,
        "</svg>",
        "",
    ].join("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ANSI codes start with the control character ESC.
const ANSI = /\u001b\[([\d;]*)m/g;

/** Renders one line. `active` has the codes that are in effect, also from lines before. */
function renderLine(line: string, active: Set<number>): string {
    return line
        .split(ANSI)
        .map((part, index) => {
            if (index % 2 === 0) return renderSpan(part, active); // split puts the codes between the parts
            for (const code of part.split(";").map(Number)) apply(code, active);
            return "";
        })
        .join("");
}

function renderSpan(text: string, active: ReadonlySet<number>): string {
    if (text === "") return "";
    const classes = [...active].map(code => CLASSES.get(code)).join(" ");
    return classes === "" ? escapeXml(text) : `<tspan class="${classes}">${escapeXml(text)}</tspan>`;
}

function apply(code: number, active: Set<number>): void {
    if (code === 0) active.clear();
    else if (CLASSES.has(code)) active.add(code);
    else if (ENDS.has(code)) for (const ended of ENDS.get(code) ?? []) active.delete(ended);
    else throw new Error(`The SVG has no style for the ANSI code ${code}.`);
}
