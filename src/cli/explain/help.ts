import type { DocumentedRule, Example } from "../../core/rule";
import { exampleOptions, toTypeScript } from "./examples";
import { pageUrl } from "./links";
import { fence, toMarkdown } from "./markdown";

/** Prints why a rule exists, how to fix a violation and examples, as Markdown for code scanning. */
export function helpMarkdown(rule: DocumentedRule): string {
    const { description, remediation, docs, examples, url } = rule;
    return [
        toMarkdown(description),
        toMarkdown(docs.details),
        `**How to fix it:** ${toMarkdown(remediation)}`,
        "**Incorrect:**",
        ...examples.incorrect.map(codeBlocks),
        "**Correct:**",
        ...examples.correct.map(codeBlocks),
        `[Documentation](${pageUrl(rule)}) · [Source](${url})`,
    ].join("\n\n");
}

function codeBlocks(example: Example): string {
    const options = exampleOptions(example);
    const code = fence("ts", toTypeScript(example));
    return options === undefined ? code : `With the options \`${options}\`:\n\n${code}`;
}
