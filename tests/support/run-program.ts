import { Script } from "node:vm";
import * as ts from "typescript";
import { unknown } from "../../src/api/testing";

/** A client that a program has created. */
interface CreatedClient {
    readonly name: string;
    readonly args: object;
}

/** Compiles and runs a program in TypeScript that has `config` for values that are unknown, and returns the clients that it creates. */
export function runProgram(text: string): CreatedClient[] {
    const { outputText, diagnostics = [] } = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
        reportDiagnostics: true,
    });
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
    const created: CreatedClient[] = [];
    class UserPoolClient {
        constructor(name: string, args: object) {
            created.push({ name, args });
        }
    }
    const run = new Script(`((exports, require, config) => {${outputText}\n})`).runInThisContext();
    run({}, () => ({ cognito: { UserPoolClient } }), unknown);
    return created;
}
