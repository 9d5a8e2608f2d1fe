import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { npm } from "../tests/npm";
import { ROOT } from "../tests/pack";
import type { Row } from "./main";

/** What an organisation's machines install for the pack, against what any pack needs. */
export async function installing(): Promise<Row[]> {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    const tarball = npm(ROOT, "pack", "--loglevel=error", "--pack-destination", folder).trim();
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    const sdk = ["@pulumi/policy", "@pulumi/pulumi"].map(name => `${name}@${dependencies[name]}`);
    const [own, needed] = [installed(path.join(folder, tarball)), installed(...sdk)] as const;
    rmSync(folder, { recursive: true });

    return (["megabytes", "files"] as const).map(kind => {
        const ratio = own[kind] / needed[kind];
        const found = `${ratio.toFixed(3)} (${own[kind].toFixed(0)} / ${needed[kind].toFixed(0)})`;
        return { figure: `production install, ${kind}, over @pulumi/policy with @pulumi/pulumi`, found, value: ratio, limit: 1.05 };
    });
}

/** How much npm installs for some packages. */
function installed(...packages: readonly string[]): { megabytes: number; files: number } {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    writeFileSync(path.join(folder, "package.json"), "{}");
    npm(folder, "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", ...packages);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map(name => lstatSync(path.join(folder, name)))
        .filter(entry => entry.isFile());
    rmSync(folder, { recursive: true });
    return { megabytes: files.reduce((sum, { size }) => sum + size, 0) / 1e6, files: files.length };
}
