import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "mocha";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { parseStack } from "../../src/stacks/resources";
import { UserError } from "../../src/util/user-error";

/** A secret in an exported state. */
export const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };

export function urnOf(name: string, type = CLIENT_TYPE): string {
    return `urn:pulumi:dev::shop::${type}::${name}`;
}

/** A resource as in a state or in a step of a preview: a client unless `more` has another type. */
export function resource(name: string, inputs?: unknown, more: { type?: string } & Record<string, unknown> = {}): object {
    const type = more.type ?? CLIENT_TYPE;
    return { urn: urnOf(name, type), custom: true, type, ...(inputs !== undefined && { inputs }), ...more };
}

/** The output of `pulumi stack export`. */
export function state(...resources: unknown[]): string {
    return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
}

/** The state file of a self-managed backend. */
export function checkpoint(...resources: unknown[]): string {
    return JSON.stringify({ version: 3, checkpoint: { stack: "organization/shop/dev", latest: { manifest: {}, resources } } });
}

/** The output of `pulumi preview --json`. */
export function preview(...steps: unknown[]): string {
    return JSON.stringify({ config: {}, steps, duration: 1, changeSummary: { create: 1 } });
}

/** Returns the resources in a state or a preview. */
export const parseResources = (text: string) => parseStack(text).resources;

/** A folder that exists during the tests of a suite. */
export function folder(): { write(name: string, content: string | Uint8Array): string; path(name: string): string } {
    let root = "";
    before(() => {
        root = mkdtempSync(join(tmpdir(), "check-"));
    });
    after(() => rmSync(root, { recursive: true, force: true }));
    const path = (name: string) => join(root, name);
    return {
        path,
        write(name, content) {
            mkdirSync(dirname(path(name)), { recursive: true });
            writeFileSync(path(name), content);
            return path(name);
        },
    };
}

/** Returns the lines of the UserError that a function throws; none if it does not throw. */
export function userErrors(action: () => unknown): readonly string[] {
    try {
        action();
    } catch (error) {
        if (error instanceof UserError) return error.lines;
        throw error;
    }
    return [];
}
