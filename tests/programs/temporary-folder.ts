import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Calls `use` with a folder that has these files, and removes it. */
export function withFiles<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
    const folder = mkdtempSync(join(tmpdir(), "program-"));
    try {
        for (const [file, text] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, file)), { recursive: true });
            writeFileSync(join(folder, file), text);
        }
        return use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
