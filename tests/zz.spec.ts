import { readJavaScript } from "../src/programs/languages/javascript";
import { parse, nodesIn } from "../src/programs/languages/javascript/parse";
const deep = "import a = " + "b.".repeat(100000) + "c;";
it("x", () => {
for (const s of ['class C { @d n = "a"; m(@e x) {} }', '(u: string[]).push("b")', 'const f = (u: string[]) => u;', "if (x) { var u = 1 }", "switch(x) { case 1: var u = 1}", 'const [x] = y, {} = z, {a,...b} = c', 'new this.X(u)', 'class C<T> extends B<T> { n = "a" as const }', "export { u as 'x y' } from './a'", 'for (u.a of []) {}', 'import { type A, default as B } from "c";', '<any>u;', 'f<string>;', 'export import a = b;', 'export declare const u: string[];', 'class C { "n" = 1; 1 = 2; [k] = 3; static { this.n = 1 } declare x; }', 'module.exports = { a }', 'let x = u satisfies string;', 'import u = require("x"); export = u', 'import json from "./a.json" with { type: "json" }', 'class C { private n?: string; }', 'enum E { "A B" = 1, C }; const enum F { A = 1}; declare enum G {A}']) {
  const root = parse("a.ts", s);
  console.log(s, "=>", "type" in root ? nodesIn(root as never).map(n => n.type).join(" ") : root);
}
try { console.log(readJavaScript("a.ts", deep).errors) } catch (e) { console.log("THROWS", String((e as Error).stack).slice(0,500)); }
});
