import { UserError } from "../util/user-error";
import { findFiles } from "./files";
import { type InputStreams, inFile, readAndParse } from "./read";
import { type ParsedStack, parseStack, UnknownFormatError } from "./resources";

/** What was read from files and folders. */
export interface Input {
    /** The states and previews, sorted by file. */
    readonly stacks: readonly (ParsedStack & { readonly file: string })[];
    /** Why files, or resources in them, could not be read, one line for each. */
    readonly errors: readonly string[];
    /** The number of files in folders that are neither states nor previews. */
    readonly skipped: number;
}

/** Reads states and previews. A file in a folder that is neither is skipped; a file that is named itself must be one. */
export async function readStacks(paths: readonly string[], streams: InputStreams): Promise<Input> {
    const { files, empty, errors } = findFiles(paths);
    errors.unshift(...empty.map(folder => `${folder}: no files named *.json, *.json.gz or *.json.zst.`));
    const stacks: Input["stacks"][number][] = [];
    let skipped = 0;
    for (const { file, isNamed } of files) {
        try {
            const stack = await readAndParse(file, streams, isNamed ? parseStack : parseIfStack);
            if (stack) stacks.push({ file, ...stack });
            else skipped++;
            errors.push(...inFile(file, stack?.errors ?? []));
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            errors.push(...error.lines);
        }
    }
    return { stacks, errors, skipped };
}

/** Returns undefined for JSON that is neither a state nor a preview. */
export function parseIfStack(text: string): ParsedStack | undefined {
    try {
        return parseStack(text);
    } catch (error) {
        if (error instanceof UnknownFormatError) return undefined;
        throw error;
    }
}
