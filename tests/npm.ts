import { execFileSync } from "node:child_process";

/** What npm prints on standard output, run as by hand: the settings of the npm that runs this are not handed on. */
export function npm(folder: string, ...args: readonly string[]): string {
    const env = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !variable.startsWith("npm_")));
    return execFileSync("npm", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
