import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";

const FILES = 100;
const FILES_WITH_CLIENTS = 10;
const LINES_PER_FILE = 200;

/** Writes a project of 100 files and 20,000 lines, with clients in 10 files, and returns its folder. */
export function writeProgram(parent: string): string {
    const folder = path.join(parent, "program");
    mkdirSync(path.join(folder, "src"), { recursive: true });
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    for (let index = 0; index < FILES; index++) {
        const lines = index < FILES_WITH_CLIENTS ? clientsIn(index) : [];
        while (lines.length < LINES_PER_FILE) lines.push(...helper(`helper${index}x${lines.length}`));
        writeFileSync(path.join(folder, "src", `module${index}.ts`), `${lines.join("\n")}\n`);
    }
    return folder;
}

function clientsIn(index: number): string[] {
    return [
        'import * as aws from "@pulumi/aws";',
        `export const pool = new aws.cognito.UserPool("pool-${index}", { userPoolTier: "LITE" });`,
        `export const client = new aws.cognito.UserPoolClient("client-${index}", {`,
        "    userPoolId: pool.id,",
        "    accessTokenValidity: 60,",
        '    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],',
        `    callbackUrls: ["https://shop-${index}.acme.io/callback", \`https://\${pool.id}.acme.io\`],`,
        "});",
    ];
}

/** Returns code that has nothing to do with Cognito. */
function helper(name: string): string[] {
    return [
        `export function ${name}(values: readonly string[], limit = 10): Record<string, number> {`,
        "    const counts: Record<string, number> = {};",
        "    for (const value of values.slice(0, limit)) {",
        "        counts[value] = (counts[value] ?? 0) + 1;",
        "    }",
        "    return counts;",
        "}",
        "",
    ];
}
