import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "mocha";
import * as ts from "typescript";
import { LISTS } from "../../../src/programs/languages/java/expressions";

const AWS = dirname(require.resolve("@pulumi/aws/package.json"));
const RESOURCES = [
    "cognito/userPoolClient",
    "cognito/userPool",
    "cognito/identityProvider",
    "cognito/resourceServer",
    "cognito/userPoolDomain",
    "cognito/managedLoginBranding",
    "lb/listener",
    "lb/listenerRule",
];

/** The properties of resources, and of the blocks in them, with their types. */
function properties(): [name: string, type: string][] {
    const found: [string, string][] = [];
    const add = (node: ts.Node, isWanted: (name: string) => boolean) => {
        ts.forEachChild(node, function visit(child) {
            if (ts.isInterfaceDeclaration(child) && isWanted(child.name.text)) {
                for (const member of child.members)
                    if (ts.isPropertySignature(member) && member.type) found.push([member.name.getText(), member.type.getText()]);
            }
            ts.forEachChild(child, visit);
        });
    };
    const parse = (file: string) => ts.createSourceFile(file, readFileSync(join(AWS, file), "utf8"), ts.ScriptTarget.Latest, true);
    for (const resource of RESOURCES) add(parse(`${resource}.d.ts`), name => name.endsWith("Args"));
    const inputs = parse("types/input.d.ts");
    const prefixes = RESOURCES.map(resource => resource.split("/")[1] ?? "").map(name => name.charAt(0).toUpperCase() + name.slice(1));
    for (const statement of inputs.statements) {
        if (ts.isModuleDeclaration(statement) && /^(?:cognito|lb)$/.test(statement.name.text))
            add(statement, name => prefixes.some(prefix => name.startsWith(prefix)));
    }
    return found;
}

describe("the lists that setters of Java accept element by element", () => {
    it("are those of the resources", () => {
        const [lists, others] = [true, false].map(isList => {
            return new Set(properties().flatMap(([name, type]) => (type.includes("[]") === isList ? [name] : [])));
        });
        assert.deepEqual([...LISTS].sort(), [...(lists ?? [])].sort());
        assert.deepEqual(
            [...LISTS].filter(name => others?.has(name)),
            [],
        );
    });
});
