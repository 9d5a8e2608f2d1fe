import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

type Root = ReturnType<typeof fromMarkdown>;
export type Node = Root | Root["children"][number];

/** Parses GitHub Flavored Markdown. */
export function parseMarkdown(text: string): Root {
    return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Returns a node and all nodes in it. */
export function nodesIn(node: Node): Node[] {
    return "children" in node ? [node, ...node.children.flatMap(nodesIn)] : [node];
}

/** Returns the text of a node as it is displayed. */
export function textOf(node: Node): string {
    if ("children" in node) return node.children.map(textOf).join("");
    if (node.type === "html") return node.value === "<br>" ? "\n" : node.value;
    return "value" in node ? node.value : "";
}
