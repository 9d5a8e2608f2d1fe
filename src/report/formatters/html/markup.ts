import { escapeXml } from "../../../util/escape";

/** A piece of HTML: all text in it is escaped. */
export class Markup {
    constructor(readonly html: string) {}
}

/** What a template accepts: markup stays as it is, texts and numbers are escaped, lists are joined, and undefined is nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** Builds HTML from a template. This is the only place where a text becomes HTML. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
    return new Markup(parts.map((part, index) => part + render(contents[index])).join(""));
}

function render(content: Content): string {
    if (content === undefined) return "";
    if (content instanceof Markup) return content.html;
    if (Array.isArray(content)) return content.map(render).join("");
    return escapeXml(String(content));
}
