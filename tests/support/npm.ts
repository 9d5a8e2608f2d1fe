import { execFileSync } from "node:child_process";

/** Runs npm as in a shell, without the settings that npm passes to scripts, and returns what it prints to stdout. */
export function npm(folder: string, ...args: readonly string[]): string {
    const env = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !variable.startsWith("npm_")));
    return execFileSync("npm", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
