// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

/**
 * Programs in which a value is not what it seems. Each has one client with the ID of its pool; what is listed are its other properties
 * and "?" for those that are computed. `undefined`: the program has no client.
 */
export interface Trap {
    readonly title: string;
    readonly code: string;
    readonly file?: string;
    readonly props: Readonly<Record<string, unknown>> | undefined;
}

const IMPORT = 'import * as aws from "@pulumi/aws";\n';

/** A trap about the value of callbackUrls: `code` declares or changes things, `value` is the expression. */
function urls(title: string, code: string, value: string, expected: unknown): Trap {
    const client = `new aws.cognito.UserPoolClient("web", { userPoolId: "eu-west-1_a", callbackUrls: ${value} });`;
    const props = expected === undefined ? {} : { callbackUrls: expected };
    const body = code.includes("CLIENT") ? code.replace("CLIENT", client) : `${code}\n${client}`;
    return { title, code: IMPORT + body, props };
}

/** A trap about the arguments as a whole. */
function args(title: string, code: string, value: string, props: Readonly<Record<string, unknown>>): Trap {
    return { title, code: `${IMPORT}${code}\nnew aws.cognito.UserPoolClient("web", ${value});`, props };
}

/** A trap about whether there is a client. */
function client(title: string, code: string, props: Readonly<Record<string, unknown>> | undefined, file?: string): Trap {
    return { title, code, props, ...(file !== undefined && { file }) };
}

const ALL_UNKNOWN = Object.fromEntries(
    (
        "accessTokenValidity allowedOauthFlows allowedOauthFlowsUserPoolClient allowedOauthScopes analyticsConfiguration " +
        "authSessionValidity callbackUrls defaultRedirectUri enablePropagateAdditionalUserContextData enableTokenRevocation " +
        "explicitAuthFlows generateSecret idTokenValidity logoutUrls name preventUserExistenceErrors readAttributes " +
        "refreshTokenRotation refreshTokenValidity region supportedIdentityProviders tokenValidityUnits writeAttributes"
    )
        .split(" ")
        .map(name => [name, "?"]),
);

const A = '["a"]';

export const JAVASCRIPT_TRAPS: readonly Trap[] = [
    // Names and scopes
    urls("a constant", `const u = ${A};`, "u", ["a"]),
    urls("a constant that is used before and after", `const u = ${A}; console.log(u.length, u.join());`, "u", ["a"]),
    urls("a reassigned variable", `let u = ${A}; u = ["b"];`, "u", "?"),
    urls("a variable that a function reassigns", `let u = ${A}; function f() { u = ["b"]; } f();`, "u", "?"),
    urls("a variable that destructuring reassigns", `let u = ${A}; [u] = [["b"]];`, "u", "?"),
    urls("a variable that an object pattern reassigns", `let u = ${A}; ({ u } = { u: ["b"] });`, "u", "?"),
    urls("a variable that a pattern with a default reassigns", `let u = ${A}; ({ x: u = 1 } = {});`, "u", "?"),
    urls("a variable that a loop reassigns", `let u = ${A}; for (u of [["b"]]) {}`, "u", "?"),
    urls("a variable that a logical assignment may set", `let u = ${A}; u &&= ["b"];`, "u", "?"),
    urls("an outer name that an inner one hides", `const u = ${A}; { const u = ["b"]; CLIENT }`, "u", ["b"]),
    urls("an inner name that is gone", `const u = ${A}; { const u = ["b"]; }`, "u", ["a"]),
    urls("a parameter of the same name", `const u = ${A}; function f(u) { CLIENT } f(["b"]);`, "u", "?"),
    urls("a parameter with a default", `function f(u = ${A}) { CLIENT } f(["b"]);`, "u", "?"),
    urls("a parameter in a pattern", `const u = ${A}; const f = ({ x: { u } }) => { CLIENT };`, "u", "?"),
    urls("a rest parameter", `const u = ${A}; const f = (...u) => { CLIENT };`, "u", "?"),
    urls("a variable of catch", `const u = ${A}; try { g(); } catch (u) { CLIENT }`, "u", "?"),
    urls("a variable of a loop", `const u = ${A}; for (const u of [["b"], ["c"]]) { CLIENT }`, "u", "?"),
    urls("a function of the same name", `const u = ${A}; { function u() {} CLIENT }`, "u", "?"),
    urls("a class of the same name", `const u = ${A}; { class u {} CLIENT }`, "u", "?"),
    urls("a name that is declared twice", `var u = ${A}; var u = ["b"];`, "u", "?"),
    urls("a var that a condition sets", `if (Math.random() > 2) { var u = ${A}; }`, "u", "?"),
    urls("a var that is used before", `CLIENT var u = ${A};`, "u", "?"),
    urls("a var in another function", `var u = ${A}; function f() { CLIENT var u = ["b"]; } f();`, "u", "?"),
    urls("a name that is not declared", "", "u", "?"),
    urls("a declaration without a value", "declare const u: string[];", "u", "?"),
    urls("a name that refers to itself", "const u = [u[0]];", "u", ["?"]),
    urls("names that refer to each other", "const u = v; const v = u;", "u", "?"),
    urls("a name in a switch", `switch (1) { case 0: let u = ${A}; default: u = ["b"]; CLIENT }`, "u", "?"),
    urls("a label of the same name", `const u = ${A}; u: for (;;) { break u; }`, "u", ["a"]),
    urls("a variable that a closure changes later", `const u = ${A}; const f = () => u.push("b"); f();`, "u", "?"),
    urls("an import of an unread file", 'import { u } from "./urls";', "u", "?"),
    urls("a default import of an unread file", 'import u from "./urls";', "u", "?"),
    urls("a type of the same name", `const u = ${A}; type v = typeof u; interface w { u: string }`, "u", ["a"]),
    urls("a member of the same name", `const u = ${A}; other.u = ["b"]; const o = { u: 1 };`, "u", ["a"]),

    // Changes of lists
    urls("push", `const u = ${A}; u.push("b");`, "u", "?"),
    urls("push through optional chaining", `const u = ${A}; u?.push("b");`, "u", "?"),
    urls("a method by a computed name", `const u = ${A}; u["push"]("b"); u[m]("b");`, "u", "?"),
    urls("a method by a computed name alone", `const u = ${A}; u[m]("b");`, "u", "?"),
    urls("a callback that gets the list", `const u = ${A}; u.forEach((x, i, all) => all.push("b"));`, "u", "?"),
    urls("sort", `const u = ["b", "a"]; u.sort();`, "u", "?"),
    urls("reverse", `const u = ["b", "a"]; u.reverse();`, "u", "?"),
    urls("an assigned element", `const u = ${A}; u[0] = "b";`, "u", "?"),
    urls("an assigned length", `const u = ${A}; u.length = 0;`, "u", "?"),
    urls("a deleted element", `const u = ${A}; delete u[0];`, "u", "?"),
    urls("an element that is counted up", "const u = [1]; u[0]++;", "u", "?"),
    urls("a change under another name", `const u = ${A}; const v = u; v.push("b");`, "u", "?"),
    urls("a change under a third name", `const u = ${A}; const v = u; const w = v; w.push("b");`, "u", "?"),
    urls("another name that changes nothing", `const u = ${A}; const v = u; console.log(v.length);`, "v", ["a"]),
    urls("a change in an object", `const u = ${A}; const o = { u }; o.u.push("b");`, "u", "?"),
    urls("a change by destructuring", `const o = { u: ${A} }; const { u } = o; u.push("b");`, "o.u", "?"),
    urls("a change by nested destructuring", `const o = { p: { u: ${A} } }; const { p: { u } } = o; u.push("b");`, "o.p.u", "?"),
    urls("a list that a function gets", `const u = ${A}; change(u);`, "u", "?"),
    urls("a list that a constructor gets", `const u = ${A}; new Change(u);`, "u", "?"),
    urls("a list that a function returns", `const u = ${A}; function f() { return u; } f().push("b");`, "u", "?"),
    urls("a list in a call in the arguments", `const u = ${A};`, "change(u)", "?"),
    urls("a list that apply gets", `const u = ${A}; [].push.apply(u, ["b"]);`, "u", "?"),
    urls("a list that is thrown", `const u = ${A}; throw u;`, "u", "?"),
    urls("a list behind a condition", `const u = ${A}; (x ? u : v).push("b");`, "u", "?"),
    urls("a list behind ??", `const u = ${A}; (u ?? v).push("b");`, "u", "?"),
    urls("a list behind a comma", `const u = ${A}; (0, u).push("b");`, "u", "?"),
    urls("a list that a spread copies", `const u = ${A}; const v = [...u]; console.log(v.length);`, "u", ["a"]),
    urls("a list that map reads", `const u = ${A}; const v = u.map(x => x + "b"); f(v);`, "u", ["a"]),
    urls("a list that a loop reads", `const u = ${A}; for (const x of u) console.log(x);`, "u", ["a"]),
    urls("a list that a template prints", `const u = ${A}; console.log(\`\${u}\`);`, "u", ["a"]),
    urls("a list in JSX of another file", `const u = ${A}; export { u };`, "u", ["a"]),
    urls("eval", `const u = ${A}; eval("u.push(1)");`, "u", "?"),
    urls("Object.assign to a list", `const u = ${A}; Object.assign(u, ["b"]);`, "u", "?"),
    urls("Object.defineProperty", `const u = ${A}; Object.defineProperty(u, 0, { value: "b" });`, "u", "?"),
    urls("Object.freeze", `const u = Object.freeze(${A});`, "u", ["a"]),
    urls("an Object of the program's own", `const Object = { freeze: x => ["b"] }; const u = Object.freeze(${A});`, "u", "?"),

    // Lists
    urls("an element that is computed", `const u = ["a", x, "c"];`, "u", ["a", "?", "c"]),
    urls("a hole", "", '["a", , "c"]', ["a", "?", "c"]),
    urls("a spread of a known list", `const u = ${A};`, '[...u, "b"]', ["a", "b"]),
    urls("a spread of an unknown list", "", '[...u, "b"]', ["b", "?"]),
    urls("a spread of a text", "", '[..."ab"]', "?"),
    urls("a sum of lists", "", '["a"] + ["b"]', "?"),
    urls("concat", "", '["a"].concat(["b"])', "?"),
    urls("a condition", "", 'x ? ["a"] : ["b"]', "?"),
    urls("a fallback", "", 'config.getObject("u") ?? ["a"]', "?"),
    urls("an empty list", "", "[]", []),
    urls("undefined", "", "undefined", undefined),
    urls("void 0", "", "void 0", undefined),
    urls("null", "", "null", undefined),
    urls("a function", "", '() => ["a"]', "?"),
    urls("a list in parentheses", "", '(["a"])', ["a"]),
    urls("as const", "", '["a"] as const', ["a"]),
    urls("satisfies", "", '["a"] satisfies string[]', ["a"]),
    urls("an assertion of another type", "", '["a"] as unknown as string[]', ["a"]),
    urls("a value that is not null", `const u = ${A};`, "u!", ["a"]),
    urls("an element by its index", 'const u = [["a"], ["b"]];', "u[1]", ["b"]),
    urls("an element behind a spread", 'const u = [...v, ["b"]];', "u[1]", "?"),
    urls("an element by a computed index", 'const u = [["a"], ["b"]];', "u[i]", "?"),

    // Texts
    urls("a template", 'const h = "acme.dev";', "[`https://${h}/cb`]", ["https://acme.dev/cb"]),
    urls("a template with a number", "const p = 3000;", "[`http://localhost:${p}/cb`]", ["http://localhost:3000/cb"]),
    urls("a template with a hexadecimal number", "const p = 0x10;", "[`http://localhost:${p}/cb`]", ["?"]),
    urls("a template with a fraction", "const p = 1.0;", "[`v${p}`]", ["?"]),
    urls("a template with a boolean", "const p = true;", "[`v${p}`]", ["?"]),
    urls("a template with a list", `const p = ${A};`, "[`v${p}`]", ["?"]),
    urls("a tagged template", "", "[String.raw`a\\n`]", ["?"]),
    urls("an escape in a template", "", "[`a\\u0062`]", ["ab"]),
    urls("a sum of texts", 'const h = "acme.dev";', '["https://" + h + "/cb"]', ["https://acme.dev/cb"]),
    urls("a sum of a text and numbers", "", '["a" + 1 + 2]', ["a12"]),
    urls("a sum of numbers and a text", "", '[1 + 2 + "a"]', ["?"]),
    urls("a sum in a sum", "", '["a" + (1 + 2)]', ["?"]),
    urls("a difference", "", '["a" - "b"]', ["?"]),
    urls("a text with a computed part", "", '["https://" + host]', ["?"]),
    urls("escapes in a text", "", '["\\x61\\u{62}\\\n"]', ["ab"]),
    urls("pulumi.interpolate", 'import * as pulumi from "@pulumi/pulumi"; const h = "b";', "[pulumi.interpolate`a${h}`]", ["ab"]),
    urls("an interpolate of the program's own", 'const pulumi = { interpolate: () => "b" };', "[pulumi.interpolate`a`]", ["?"]),
    urls("pulumi.concat", 'import { concat } from "@pulumi/pulumi";', '[concat("a", "b")]', ["ab"]),
    urls("pulumi.output", 'import * as pulumi from "@pulumi/pulumi";', 'pulumi.output(["a"])', ["a"]),
    urls("apply", 'import * as pulumi from "@pulumi/pulumi";', 'pulumi.output(["a"]).apply(x => ["b"])', "?"),
    urls("an output in a plain template", 'import * as pulumi from "@pulumi/pulumi"; const o = pulumi.output("a");', "[`${o}`]", ["?"]),
    urls("an output in a sum", 'import * as pulumi from "@pulumi/pulumi"; const o = pulumi.output("a");', '["b" + o]', ["?"]),
    urls("a call of a method", "", '["A".toLowerCase()]', ["?"]),
    urls("a regular expression", "", "[/a/]", ["?"]),
    urls("a big integer", "", "[1n]", ["?"]),
    urls("an enum", 'enum U { A = "a", B = "b" }', "[U.B]", ["b"]),
    urls("an enum that refers to itself", 'const A = "x"; enum U { A = "a", B = A }', "[U.B]", ["?"]),
    urls("an enum in two parts", 'enum U { A = "a" } enum U { B = "b" }', "[U.A]", ["?"]),
    urls("a key of an object that all have", "const o = { a: 1 };", "[o.constructor, o.toString, o.__proto__]", ["?", "?", "?"]),

    // Constants in objects
    urls("a member of a constant", `const o = { p: { u: ${A} } };`, "o.p.u", ["a"]),
    urls("a member by its name as a text", `const o = { "the urls": ${A} };`, 'o["the urls"]', ["a"]),
    urls("a member by a computed name", `const o = { u: ${A} };`, "o[k]", "?"),
    urls("a changed member", `const o = { u: ${A} }; o.u = ["b"];`, "o.u", "?"),
    urls("a member that a computed key can be", `const o = { u: ${A}, [k]: ["b"] };`, "o.u", "?"),
    urls("a member that a spread can set", `const o = { u: ${A}, ...p };`, "o.u", "?"),
    urls("a getter", `const o = { get u() { return ["b"]; } };`, "o.u", "?"),
    urls("a deleted member", `const o = { u: ${A} }; delete o.u;`, "o.u", "?"),
    urls("an object that a function gets", `const o = { u: ${A} }; change(o);`, "o.u", "?"),
    urls("a text of an object that a function gets", 'const o = { u: "a" }; print(o.u);', "[o.u]", ["a"]),
    urls("Object.assign to an object", `const o = { u: ${A} }; Object.assign(o, { u: ["b"] });`, "o.u", "?"),
    urls("destructuring", `const o = { u: ${A} }; const { u } = o;`, "u", ["a"]),
    urls("destructuring with another name", `const o = { u: ${A} }; const { u: v } = o;`, "v", ["a"]),
    urls("destructuring with a default", `const o = { u: ${A} }; const { u = ["b"] } = o;`, "u", "?"),
    urls("destructuring of the rest", `const o = { u: ${A} }; const { ...u } = o;`, "u.u", "?"),
    urls("destructuring of a list", `const [u] = [${A}];`, "u", "?"),
    urls("destructuring with a computed name", `const o = { u: ${A}, v: ${A} }; const { u, [k]: v } = o; v.push("b");`, "o.v", "?"),
    urls("two members of one name", 'const o = { u: ["a"], u: ["b"] };', "o.u", ["b"]),

    // Arguments
    args("a spread before", 'const base = { callbackUrls: ["a"] };', '{ ...base, callbackUrls: ["b"] }', { callbackUrls: ["b"] }),
    args("a spread behind", 'const base = { callbackUrls: ["a"] };', '{ callbackUrls: ["b"], ...base }', { callbackUrls: ["a"] }),
    args("a spread of undefined", "const base = undefined;", '{ callbackUrls: ["b"], ...base }', { callbackUrls: ["b"] }),
    args("a spread that unsets", "const base = { callbackUrls: undefined };", '{ callbackUrls: ["b"], ...base }', {}),
    args("an unknown spread behind", "", '{ callbackUrls: ["b"], ...base }', { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("an unknown spread before", "", '{ ...base, userPoolId: "p", callbackUrls: ["b"] }', {
        ...ALL_UNKNOWN,
        userPoolId: "p",
        callbackUrls: ["b"],
    }),
    args("a condition in a spread", "", '{ userPoolId: "p", ...(x ? { name: "a" } : {}) }', { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("a duplicate key", "", '{ name: "a", name: "b" }', { name: "b" }),
    args("a key that is quoted", "", '{ "name": "a" }', { name: "a" }),
    args("a key in brackets", "", '{ ["name"]: "a" }', { name: "a" }),
    args("a computed key", "", '{ name: "a", [k]: "b" }', { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("a getter in the arguments", "", '{ get name() { return "a"; } }', { name: "?" }),
    args("a method in the arguments", "", '{ name() { return "a"; } }', { name: "?" }),
    args("a prototype", 'const p = { name: "a" };', "{ __proto__: p }", { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("a key __proto__ in brackets", "", '{ ["__proto__"]: "a", name: "b" }', { ["__proto__"]: "a", name: "b" }),
    args("keys of every object", "", '{ constructor: "a", toString: "b" }', { constructor: "a", toString: "b" }),
    args("arguments in a variable", 'const a = { name: "a" };', "a", { name: "a" }),
    args("arguments that are changed later", 'const a: any = { name: "a" }; a.name = "b";', "a", { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("arguments as an assertion", 'const a = { name: "a" };', "a as aws.cognito.UserPoolClientArgs", { name: "a" }),
    args("arguments of two constructions", 'const a = { name: "a" }; new aws.s3.Bucket("b", a);', "a", {
        ...ALL_UNKNOWN,
        userPoolId: "?",
    }),
    args("a shorthand property", 'const name = "a";', "{ name }", { name: "a" }),
    args("a block", "", '{ tokenValidityUnits: { accessToken: "minutes", idToken: x } }', {
        tokenValidityUnits: { accessToken: "minutes", idToken: "?" },
    }),
    args("a block with an unknown spread", "", '{ tokenValidityUnits: { accessToken: "minutes", ...x } }', { tokenValidityUnits: "?" }),
    args("a negative number", "", "{ accessTokenValidity: -1 }", { accessTokenValidity: -1 }),
    args("a number with separators", "", "{ accessTokenValidity: 1_0 }", { accessTokenValidity: 10 }),
    args("a product", "", "{ accessTokenValidity: 24 * 60 }", { accessTokenValidity: "?" }),
    args("a negation", "", "{ generateSecret: !false }", { generateSecret: "?" }),
    args("a counted variable", "let n = 1; n++;", "{ accessTokenValidity: n }", { accessTokenValidity: "?" }),
    args("an unknown transformation", "", '{ name: "a" }, { transforms: [t] }', { ...ALL_UNKNOWN, userPoolId: "?" }),
    args("code in comments", "", '{ /* name: "a", */ // name: "b"\n }', {}),
    args("code in texts", "", '{ name: "new aws.cognito.UserPoolClient(`x`, {})" }', { name: "new aws.cognito.UserPoolClient(`x`, {})" }),
    args("code in a regular expression", 'const r = /new aws.cognito.UserPoolClient("x")/;', '{ name: "a" }', { name: "a" }),

    // Classes
    client("a named import", 'import { cognito } from "@pulumi/aws"; new cognito.UserPoolClient("w", { name: "a" });', { name: "a" }),
    client("an import of the module", 'import * as c from "@pulumi/aws/cognito"; new c.UserPoolClient("w", { name: "a" });', { name: "a" }),
    client("an import of the class", 'import { UserPoolClient as C } from "@pulumi/aws/cognito"; new C("w", { name: "a" });', {
        name: "a",
    }),
    client("an import of the file", 'import { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient"; new UserPoolClient("w");', {}),
    client("a default import", 'import aws from "@pulumi/aws"; new aws.cognito.UserPoolClient("w", { name: "a" });', { name: "a" }),
    client("require", 'const { cognito: { UserPoolClient } } = require("@pulumi/aws"); new UserPoolClient("w");', undefined, "index.js"),
    client("a member of require", 'const c = require("@pulumi/aws").cognito; new c.UserPoolClient("w");', {}, "index.js"),
    client("a compiled import", 'const aws = __importStar(require("@pulumi/aws")); new aws.cognito.UserPoolClient("w");', {}, "index.js"),
    client("import = require", 'import aws = require("@pulumi/aws"); new aws.cognito.UserPoolClient("w");', {}),
    client("import = name", `${IMPORT}import c = aws.cognito; new c.UserPoolClient("w");`, {}),
    client("an alias of the class", `${IMPORT}const C = aws.cognito.UserPoolClient; new C("w");`, {}),
    client("an alias that is reassigned", `${IMPORT}let C = aws.cognito.UserPoolClient; C = Other; new C("w");`, undefined),
    client(
        "the class of the AWS CDK",
        'import { UserPoolClient } from "aws-cdk-lib/aws-cognito"; new UserPoolClient(this, "w", {});',
        undefined,
    ),
    client("a class of the program's own", `${IMPORT}class UserPoolClient {} new UserPoolClient("w");`, undefined),
    client("a module that a parameter hides", `${IMPORT}function f(aws) { new aws.cognito.UserPoolClient("w"); }`, undefined),
    client("a module that is changed", `${IMPORT}aws.cognito.UserPoolClient = Mock; new aws.cognito.UserPoolClient("w");`, undefined),
    client("a subclass", `${IMPORT}class C extends aws.cognito.UserPoolClient {} new C("w", { name: "a" });`, undefined),
    client("a class in a list", `${IMPORT}const l = [aws.cognito.UserPoolClient]; new l[0]("w");`, undefined),
    client("a look-up", `${IMPORT}const c = aws.cognito.UserPoolClient.get("w", "id");`, undefined),
    client("a call without new", `${IMPORT}aws.cognito.UserPoolClient("w", {});`, undefined),
    client("a comment", `${IMPORT}// new aws.cognito.UserPoolClient("w");\n/* new aws.cognito.UserPoolClient("w") */`, undefined),
    client("a text", `${IMPORT}const t = 'new aws.cognito.UserPoolClient("w")';`, undefined),
    client("a type", `${IMPORT}let c: aws.cognito.UserPoolClient; type T = InstanceType<typeof aws.cognito.UserPoolClient>;`, undefined),
    client("a type import", 'import type { UserPoolClient } from "@pulumi/aws/cognito"; new UserPoolClient("w");', undefined),
    client("the native provider", 'import { cognito } from "@pulumi/aws-native"; new cognito.UserPoolClient("w", {});', undefined),
    client("a condition", `${IMPORT}if (x) new aws.cognito.UserPoolClient("w", { name: "a" });`, { name: "a" }),
    client("a loop", `${IMPORT}for (const n of ns) new aws.cognito.UserPoolClient(n, { name: n });`, { name: "?" }),
    client("a spread of all arguments", `${IMPORT}new aws.cognito.UserPoolClient(...a);`, { ...ALL_UNKNOWN, userPoolId: "?" }),
    client("a type argument", `${IMPORT}const c = <T,>(x: T) => new aws.cognito.UserPoolClient("w", { name: "a" });`, { name: "a" }),
    client("JSX", `${IMPORT}const e = <A b={new aws.cognito.UserPoolClient("w", { name: "a" })}>{"x"}</A>;`, { name: "a" }, "index.tsx"),
    client("JSX in JavaScript", `${IMPORT}const e = <A b={new aws.cognito.UserPoolClient("w", { name: "a" })} />;`, { name: "a" }, "a.js"),
    client("a decorator", `${IMPORT}@d class C { @e f = new aws.cognito.UserPoolClient("w", { name: "a" }); }`, { name: "a" }),
    client(
        "a script",
        'var aws = require("@pulumi/aws"); var with_ = 1; new aws.cognito.UserPoolClient("w", { name: "a" });',
        { name: "a" },
        "a.js",
    ),
    client(
        "with",
        'var aws = require("@pulumi/aws"); var n = "a"; with (o) { new aws.cognito.UserPoolClient("w", { name: n }); }',
        { name: "?" },
        "a.cjs",
    ),
    client("a hash bang", `#!/usr/bin/env node\n${IMPORT}new aws.cognito.UserPoolClient("w", { name: "a" });`, { name: "a" }),
    client("a computed import", 'const aws = require("@pulumi/" + x); new aws.cognito.UserPoolClient("w");', undefined, "a.js"),

    // Fields
    client("a field", inClass('private n = "a"; constructor() { CLIENT }'), { name: "a" }),
    client("a private field", inClass('#n = "a"; m() { CLIENT }', "this.#n"), { name: "a" }),
    client("a field that is assigned", inClass('private n = "a"; constructor() { CLIENT } set(x) { this.n = x; }'), { name: "?" }),
    client("a field that is assigned from outside", `${inClass('n = "a"; m() { CLIENT }')} const c = new C(); c.n = "b"; c.m();`, {
        name: "?",
    }),
    client("a field that Object.assign sets", inClass('n = "a"; constructor(x) { Object.assign(this, x); } m() { CLIENT }'), { name: "?" }),
    client("a field that a computed key sets", inClass('n = "a"; constructor(k) { this[k] = "b"; CLIENT }'), { name: "?" }),
    client("a field of the constructor", inClass('constructor() { this.m(); this.n = "a"; } m() { CLIENT }'), { name: "?" }),
    client("a field that a subclass replaces", `${inClass('n = "a"; m() { CLIENT }')} class D extends C { n = "b"; } new D().m();`, {
        name: "?",
    }),
    client("a field that a subclass assigns", `${inClass('n = "a"; m() { CLIENT }')} class D extends C { x() { this.n = "b"; } }`, {
        name: "?",
    }),
    client(
        "a field that a parameter of a subclass replaces",
        `${inClass('n = "a"; m() { CLIENT }')} class D extends C { constructor(public n = "b") { super(); } } new D().m();`,
        { name: "?" },
    ),
    client(
        "a field of one of two classes of a name",
        `${inClass('n = "a"; m() { CLIENT }')} class D extends C { n = "b"; } { class C {} } new D().m();`,
        { name: "?" },
    ),
    client(
        "a field of a class expression",
        `${inClass('n = "a"; m() { CLIENT }').replace("class C", "const C = class")}; class D extends C { n = "b"; } new D().m();`,
        { name: "?" },
    ),
    client(
        "an inherited field behind an assertion",
        inClass('n = "a"; m() { return class extends B { k() { CLIENT } }; }', "(this as any).n"),
        { name: "?" },
    ),
    client("a field called length", inClass('length = ["a"]; m() { f(this.length); CLIENT }', "this.length"), { name: "?" }),
    client("a field of an outer class", inClass('n = "a"; m() { return class extends B { k() { CLIENT } }; }'), { name: "?" }),
    client("this in a function", inClass('n = "a"; m() { function f() { CLIENT } f.call({ n: "b" }); }'), { name: "?" }),
    client("this in an arrow function", inClass('n = "a"; m() { const f = () => { CLIENT }; f(); }'), { name: "a" }),
    client("this in an object", inClass('n = "a"; m() { const o = { n: "b", f() { CLIENT } }; o.f(); }'), { name: "?" }),
    client("a getter of a class", inClass('get n() { return "a"; } m() { CLIENT }'), { name: "?" }),
    client("a field and a getter", inClass('n = "a"; get n() { return "b"; } m() { CLIENT }'), { name: "?" }),
    client("a property of a parameter", inClass('constructor(private n = "a") { CLIENT }'), { name: "?" }),
    client("a method that runs before the fields", inClass('n = "a"; initialize() { CLIENT }'), { name: "?" }),
    client("a list in a field that changes", inClass('n = ["a"]; constructor() { this.n.push("b"); CLIENT }'), { name: "?" }),

    client("a field with a decorator", inClass('@d n = "a"; m() { CLIENT }'), { name: "?" }),
    client("a field of a class with a decorator", inClass('n = "a"; m() { CLIENT }').replace("class C", "@d class C"), { name: "?" }),
    client("a field of an object that a function gets", inClass('n = "a"; constructor() { init(this); CLIENT }'), { name: "?" }),
    client("a field of an object that is a parent", inClass('n = "a"; constructor() { new B({ parent: this }); CLIENT }'), { name: "a" }),
    client("a field under another name of the object", inClass('n = "a"; constructor() { const s = this; s.n = "b"; CLIENT }'), {
        name: "?",
    }),
    client("a static field", inClass('static n = "a"; static { C.n = "b"; } static m() { CLIENT }'), { name: "?" }),
    urls("a variable of a namespace", `namespace N { export let u = ${A}; CLIENT } N.u = ["b"];`, "u", "?"),
    urls(
        "a list of a namespace",
        `namespace N { export const u = ${A}; export const f = () => { CLIENT }; } N.u.push("b"); N.f();`,
        "u",
        "?",
    ),
    urls("a parameter that is called undefined", 'function f(undefined) { CLIENT } f(["b"]);', "undefined", "?"),

    // SST
    client("the global module of SST", 'new aws.cognito.UserPoolClient("w", { name: "a" });', { name: "a" }, "infra/auth.ts"),
    client("a client of SST", 'const p = new sst.aws.CognitoUserPool("p"); p.addClient("w", { transform: { client: { name: "a" } } });', {
        ...ALL_UNKNOWN,
        userPoolId: "?",
        name: "a",
    }),
    client(
        "a function that transforms a client of SST",
        'const p = new sst.aws.CognitoUserPool("p"); p.addClient("w", { transform: { client: a => { a.name = "a"; if (x) a.region = "r"; } } });',
        { ...ALL_UNKNOWN, userPoolId: "?", name: "a" },
    ),
    client(
        "a function that passes the arguments of SST on",
        'const p = new sst.aws.CognitoUserPool("p"); p.addClient("w", { transform: { client: a => { a.name = "a"; f(a); } } });',
        { ...ALL_UNKNOWN, userPoolId: "?" },
    ),
    client(
        "a transformation of a client of SST that a spread replaces",
        'const p = new sst.aws.CognitoUserPool("p"); p.addClient("w", { transform: { client: { name: "a" }, ...x } });',
        { ...ALL_UNKNOWN, userPoolId: "?" },
    ),
    client("a client of SST without a transformation", 'const p = new sst.aws.CognitoUserPool("p"); p.addClient("w");', {
        ...ALL_UNKNOWN,
        userPoolId: "?",
    }),
    client(
        "the method of the AWS CDK",
        'const p = new cognito.UserPool(this, "p"); p.addClient("w", { generateSecret: true });',
        undefined,
    ),
];

/** A class with a client whose name is a field. */
function inClass(body: string, name = "this.n"): string {
    const client = `new aws.cognito.UserPoolClient("w", { name: ${name} });`;
    return `${IMPORT}class C extends Base { ${body.replace("CLIENT", client).replace(/constructor\(.*?\) \{/, "$& super();")} }`;
}
