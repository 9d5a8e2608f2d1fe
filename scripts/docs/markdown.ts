/** Replaces what is between the markers `<!-- name -->` and `<!-- /name -->` of a file that is otherwise written by hand. */
export function replaceSection(text: string, name: string, content: string): string {
    const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(<!-- /${name} -->)`);
    if (!section.test(text)) throw new Error(`Missing marker: the text needs <!-- ${name} --> and, after it, <!-- /${name} -->.`);
    return text.replace(section, (_all, start, end) => `${start}\n${content}\n\n${end}`);
}

/** Prints a table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
    return [header, header.map(() => "---"), ...rows].map(cells => `| ${cells.map(escapeCell).join(" | ")} |`).join("\n");
}

function escapeCell(cell: string): string {
    return cell.replaceAll("|", "\\|");
}

/** Returns the anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
    return heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-");
}
