import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Program } from "../../../src/programs/expression";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { bindingNotations, notation } from "../notation";

type Row = readonly [source: string, ...found: string[]];

/** Statements, and what they export. */
const EXPORTS: readonly Row[] = [
    ["export const u = 1, { v, w: [x] } = y;", "u = u", "x = x", "v = v"],
    ["export let u;", "u = u"],
    ["export function f() {}", "f = f"],
    ["export class C {}", "C = C"],
    ["export enum E {}", "E = E"],
    ["export namespace N {}", "N = N"],
    ["export default u;", "default = u"],
    ["export default 1;", "default = 1"],
    ["export default function f() {}", "default = ?"],
    ["export default class {}", "default = ?"],
    ["const u = 1; export { u, u as v, u as default, u as 'a b' };", "u = u", "v = u", "default = u", "a b = u"],
    [
        "export { u, v as w, default as x, 'a b' as y } from './m';",
        "u = import(m).u",
        "w = import(m).v",
        "x = import(m).default",
        "y = import(m).a b",
    ],
    ["export { u } from 'm';"],
    ["export * as u from './m';", "u = import(m)"],
    ["export * as 'a b' from './m';", "a b = import(m)"],
    ["export * from './m';", "* = m"],
    ["export * from 'm';"],
    ["export * as u from 'm';"],
    ["export {};"],
    ["const u = 1;"],
    ["{ exports.u = 1; }"],

    // Types export nothing, also with the name of a value.
    ["export interface I {}"],
    ["export type T = string;"],
    ["export const T = 1; export type T = typeof T;", "T = T"],
    ["export interface T {} export const T = 1;", "T = T"],

    // CommonJS
    ["exports.url = 1;", "url = 1"],
    ["module.exports.u = v;", "u = v"],
    ["exports['u'] = 1;", "u = 1"],
    ["exports[u] = 1;"],
    ["exports.u.v = 1;"],
    ["exports.u ??= 1;"],
    ["x.exports.u = 1;"],
    ["xexports.u = 1;"],
    ["u = 1;"],
    ["f();"],
    ["exports.u = -1;", "u = -1"],
    ["exports.u = void 0; exports.u = 1;", "u = 1"],
    ["exports.u = 1; exports.u = 2;"],
    ["module.exports = 1;", "default = 1"],
    ["module.exports += 1;"],
    [
        "module.exports = { u, v: 1, [w]: 2, get x() { return 1; }, y() {}, ...z };",
        "default = {u: u, v: 1, ?: 2, x: ?, y: ?, ...z}",
        "u = u",
        "v = 1",
        "y = ?",
    ],
    ["module.exports = { u: 1 } as const;", "default = wrap({u: 1})", "u = 1"],
    ["module.exports = [1];", "default = [1]"],
    ["exports = { u: 1 };"],
];

/** Expressions that load a module, whose exports they can change. */
const LOADED: readonly Row[] = [
    ["require('./m').u.push(1);", "import 0 in 1-1 = import(m)"],
    ["(await import('./m')).u.push(1);", "import 7 in 1-1 = import(m)"],
    ["f(import('../a/m.js'));", "import 2 in 1-1 = import(../a/m)"],
    ["require('./a/../m/');", "import 0 in 1-1 = import(m)"],
    ["require('.');", "import 0 in 1-1 = import(.)"],
    ["require('..');", "import 0 in 1-1 = import(..)"],
    ["const u = require('./m');", "u in 1-1 = import(m)"],
    ["const u = await import('./m');", "u in 1-1 = import(m)"],
    ["const u = await require('./m');", "u in 1-1 = ?", "import 16 in 1-1 = import(m)"],
    ["const u = import('./m');", "u in 1-1 = ?"],
    ["const u = [require('./m')];", "u in 1-1 = [?]", "import 11 in 1-1 = import(m)"],
    ["const u = f(await import('./m'));", "u in 1-1 = ?", "import 18 in 1-1 = import(m)"],
    ["require('m');"],
    ["require('.m');"],
    ["require('.../m');"],
    ["require(u);"],
    ["import(u);"],
    ["load('./m');"],
];

/** Programs, and the packages that they load besides Pulumi's own and those of Node.js. */
const EXTERNALS: readonly Row[] = [
    ["import 'a'; import b from 'b/c'; import * as d from '@d/e';", "a", "b/c", "@d/e"],
    ["import 'a'; import 'a';", "a"],
    ["export * from 'a'; export { b } from 'c';", "a", "c"],
    ["const a = 1; export { a };"],
    ["require('a'); await import('b');", "a", "b"],
    ["import a = require('b');", "b"],
    ["import '@pulumi/aws'; import 'fs'; import 'node:fs/promises'; import './a'; import b = require('./b');"],
    ["import type { a } from 'b'; export type { c } from 'd';"],
    ["new sst.aws.Bucket('b');", "sst"],
    ["new aws.s3.Bucket('b'); new sst2.Bucket(); sst.aws.bucket();"],
    ["load('a'); f({ source: 'a' });"],
];

const AWS = 'import * as aws from "@pulumi/aws"; ';

/** Programs, and the classes in them that are used otherwise than by a construction. */
const NOT_READ: readonly Row[] = [
    ["f(aws.cognito.UserPoolClient);", "aws.cognito.UserPoolClient"],
    ["class C extends aws.cognito.UserPoolClient {}", "aws.cognito.UserPoolClient"],
    ["[aws.cognito.UserPoolClient];", "aws.cognito.UserPoolClient"],
    ["({ a: aws.cognito.UserPoolClient });", "aws.cognito.UserPoolClient"],
    ["({ a: aws.cognito['UserPoolClient'] as any });"],
    ["new F(aws.cognito.UserPoolClient);", "aws.cognito.UserPoolClient"],
    ["const C = aws.cognito.UserPoolClient; f(C);", "C"],
    ["const C = aws.cognito.UserPoolClient; f({ C });", "C"],
    ["export default aws.cognito.UserPoolClient;", "aws.cognito.UserPoolClient"],
    ["x = aws.cognito.UserPoolClient;", "aws.cognito.UserPoolClient"],
    ["new aws.cognito.UserPoolClient('a');"],
    ["aws.cognito.UserPoolClient.get('a', 'b');"],
    ["x instanceof aws.cognito.UserPoolClient;"],
    ["const C = aws.cognito.UserPoolClient;"],
    ["const C = aws.cognito.UserPoolClient; export { C };"],
    ["const { UserPoolClient } = aws.cognito; new UserPoolClient('a');"],
    ["import C = aws.cognito.UserPoolClient;"],
    ["import { UserPoolClient } from '@pulumi/aws/cognito';"],
    ["f(aws.cognito); f(aws.s3.Bucket); f(x.UserPoolClient);"],
    ["f(require('@pulumi/aws').cognito.UserPoolClient);"],
    ["let c: aws.cognito.UserPoolClient;"],
];

describe("modules of JavaScript", () => {
    for (const [source, ...expected] of EXPORTS) {
        it(`reads the exports of ${source}`, () => {
            const { exports, reexports } = read(source);
            const found = [...exports].map(([name, value]) => `${name} = ${notation(value)}`);
            assert.deepEqual([...found, ...reexports.map(module => `* = ${module}`)], expected);
        });
    }

    for (const [source, ...expected] of LOADED) {
        it(`reads what ${source} loads`, () => {
            const program = read(source);
            assert.deepEqual(bindingNotations(program), expected);
            const loaded = program.bindings.filter(({ name }) => name.startsWith("import "));
            for (const { name, start, scope } of loaded) {
                assert.deepEqual(program.uses.at(-1), { path: [name], start });
                assert.equal(scope.start, start);
            }
        });
    }

    for (const [source, ...expected] of EXTERNALS) {
        it(`finds the packages of ${source}`, () => assert.deepEqual(read(source).externals, expected));
    }

    for (const [source, ...expected] of NOT_READ) {
        it(`finds classes as values in ${source}`, () => {
            const { notRead, text } = read(AWS + source);
            assert.deepEqual(
                notRead.map(({ start, end }) => text.slice(start, end)),
                expected,
            );
        });
    }

    for (const [source, isOpaque] of [
        ["eval('u = 1');", true],
        ["with (u) {}", true],
        ["f(eval);", false],
        ["x.eval('u = 1');", false],
        ["new eval();", false],
        ["with_(u);", false],
    ] as const) {
        it(`${isOpaque ? "knows no name" : "knows names"} with ${source}`, () => assert.equal(read(source).isOpaque, isOpaque));
    }

    for (const [file, language, ...modules] of [
        ["a.ts", "typescript", "a"],
        ["a.mts", "typescript", "a"],
        ["a.cts", "typescript", "a"],
        ["a.tsx", "typescript", "a"],
        ["a.js", "javascript", "a"],
        ["a.ts.mjs", "javascript", "a.ts"],
        ["a.jsx", "javascript", "a"],
        ["index.ts", "typescript", "index", "."],
        ["a/index.cjs", "javascript", "a/index", "a"],
        ["./a/b.ts", "typescript", "a/b"],
        ["a/my-index.ts", "typescript", "a/my-index"],
    ] as const) {
        it(`reads ${file} as ${language}`, () => {
            const program = readJavaScript(file, "");
            assert.equal(program.language.name, language);
            assert.deepEqual(program.modules, modules);
        });
    }
});

function read(source: string): Program {
    const program = readJavaScript("index.ts", source);
    assert.deepEqual(program.errors, []);
    return program;
}
