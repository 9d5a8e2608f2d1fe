import { styleText } from "node:util";
import type { Report, Violation } from "./run";

/** What a text is written for. */
export interface Screen {
    readonly columns: number;
    readonly colours: boolean;
}

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Violation["level"], Style>> = { mandatory: ["bold", "red"], advisory: "yellow" };

/** For people: what is wrong with each client, and how much there is of it. */
export function text(report: Report, { columns, colours }: Screen): string {
    const style = (format: Style, words: string) => (colours ? styleText(format, words, { validateStream: false }) : words);
    const lines: string[] = [];
    const say = (indent: string, words: string) => lines.push(...wrap(harmless(words), columns, indent));

    const titleOf = titles(report);
    let client = "";
    for (const violation of report.violations) {
        const { level, policy, message } = violation;
        const title = titleOf(violation);
        if (client !== title) {
            if (client) lines.push("");
            client = title;
            lines.push(style(["bold", "underline"], harmless(client)));
        }
        lines.push(`  ${style(STYLES[level], level)}  ${style("bold", policy)}`);
        say("    ", message);
    }
    if (client) lines.push("");
    section("Changed by remediation", report.remediated, ({ policy, properties }) => `${policy}: ${properties.join(", ")}`);
    section("Exempt", report.exempt, ({ policy, reason }) => `${policy}: ${reason}`);
    lines.push(style("bold", summary(report)), "");
    return lines.join("\n");

    function section<T extends Report["exempt" | "remediated"][number]>(
        heading: string,
        findings: readonly T[],
        explain: (finding: T) => string,
    ) {
        if (findings.length === 0) return;
        lines.push(style(["bold", "underline"], heading));
        for (const finding of findings) say("  ", `${titleOf(finding)}: ${explain(finding)}`);
        lines.push("");
    }
}

/** Names a client: by its name, with the file where there are several, by its URN where the name is not the only one. */
function titles({ files, violations, exempt, remediated }: Report) {
    type Named = { file: string; urn: string; name: string };
    const urns = new Map<string, Set<string>>();
    const key = ({ file, name }: Named) => JSON.stringify([file, name]);
    for (const finding of [...violations, ...exempt, ...remediated]) {
        urns.set(key(finding), (urns.get(key(finding)) ?? new Set()).add(finding.urn));
    }
    return (finding: Named) => {
        const name = (urns.get(key(finding))?.size ?? 1) > 1 ? finding.urn : finding.name;
        return files.length > 1 ? `${name} (${finding.file})` : name;
    };
}

function summary({ clients, violations, exempt, undecided }: Report): string {
    const number = (count: number) => count.toLocaleString("en"); // with commas: of many, one should see how many
    const count = (level: Violation["level"]) => number(violations.filter(violation => violation.level === level).length);
    const found = `${count("mandatory")} mandatory and ${count("advisory")} advisory violations`;
    return `${number(clients)} ${clients === 1 ? "client" : "clients"}: ${found}, ${number(exempt.length)} exempt, ${number(undecided.length)} undecided`;
}

/** Control and direction characters, with which a name could rewrite what a terminal shows, as their code points. */
export function harmless(words: string): string {
    return words.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, character => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
}

/** Breaks a sentence between words into lines of at most so many columns, where no single word is longer. */
function wrap(sentence: string, columns: number, indent: string): string[] {
    const lines: string[] = [];
    let line = indent;
    for (const word of sentence.split(" ")) {
        if (line.length > indent.length && line.length + 1 + word.length > columns) {
            lines.push(line);
            line = indent;
        }
        line += line.length > indent.length ? ` ${word}` : word;
    }
    return [...lines, line];
}
