import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { dependencies } from "../package.json";
import { npm } from "../tests/support/npm";
import { ROOT } from "../tests/support/pack";
import { type Metric, ratio } from "./metric";

/** Measures a production install of the pack, relative to the SDK that every pack needs. */
export async function measureInstall(): Promise<Metric[]> {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    const tarball = npm(ROOT, "pack", "--loglevel=error", "--pack-destination", folder).trim();
    const sdk = (["@pulumi/policy", "@pulumi/pulumi"] as const).map(name => `${name}@${dependencies[name]}`);
    const [own, base] = [installedSize(path.join(folder, tarball)), installedSize(...sdk)] as const;
    rmSync(folder, { recursive: true });
    const overSdk = (what: string, sizes: readonly [number, number]) =>
        ratio(`Production install, ${what}, relative to Pulumi's SDK`, sizes, 1.05, size => size.toFixed(0));
    return [overSdk("MB", [own.megabytes, base.megabytes]), overSdk("files", [own.files, base.files])];
}

function installedSize(...packages: readonly string[]): { megabytes: number; files: number } {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    writeFileSync(path.join(folder, "package.json"), "{}");
    npm(folder, "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", ...packages);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map(name => lstatSync(path.join(folder, name)))
        .filter(entry => entry.isFile());
    rmSync(folder, { recursive: true });
    return { megabytes: files.reduce((sum, { size }) => sum + size, 0) / 1e6, files: files.length };
}
