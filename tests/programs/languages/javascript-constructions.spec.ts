import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { constructionNotations } from "../notation";

type Row = readonly [source: string, ...constructions: string[]];

const AWS = 'import * as aws from "@pulumi/aws"; ';
const WEB = 'new UserPoolClient("web", -, -)';

/** Names for one another: a1 for the module, a2 for a1, and so on. */
function aliases(count: number): string {
    const names = Array.from({ length: count }, (_, index) => `const a${index + 1} = a${index};`);
    return `import * as a0 from "@pulumi/aws"; ${names.join(" ")}`;
}

/** Ways to a class, and what they construct. */
const CLASSES: readonly Row[] = [
    ['import * as aws from "@pulumi/aws"; new aws.cognito.UserPoolClient("web");', WEB],
    ['import aws from "@pulumi/aws"; new aws.cognito.UserPoolClient("web");', WEB],
    ['import { default as aws } from "@pulumi/aws"; new aws.cognito.UserPoolClient("web");', WEB],
    ['import { cognito } from "@pulumi/aws"; new cognito.UserPoolClient("web");', WEB],
    ['import { cognito as c } from "@pulumi/aws"; new c.UserPoolClient("web");', WEB],
    ['import { "cognito" as c } from "@pulumi/aws"; new c.UserPoolClient("web");', WEB],
    ['import { cognito } from "@pulumi/aws/index"; new cognito.UserPoolClient("web");', WEB],
    ['import * as c from "@pulumi/aws/cognito"; new c.UserPoolClient("web");', WEB],
    ['import * as c from "@pulumi/aws/cognito/index"; new c.UserPoolClient("web");', WEB],
    ['import { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient"; new UserPoolClient("web");', WEB],
    ['import { UserPoolClient } from "@pulumi/aws/cognito/a/b"; new UserPoolClient("web");'],
    ['import { cognito } from "@pulumi/awsx"; new cognito.UserPoolClient("web");'],
    ['import { cognito } from "x/@pulumi/aws"; new cognito.UserPoolClient("web");'],
    ['import { cognito } from "@pulumi/pulumi"; new cognito.UserPoolClient("web");'],
    ['import { UserPoolClient } from "@pulumi/aws"; new UserPoolClient("web");'],
    ['import type { cognito } from "@pulumi/aws"; new cognito.UserPoolClient("web");'],
    ['import { type cognito } from "@pulumi/aws"; new cognito.UserPoolClient("web");'],
    ['import c = require("@pulumi/aws/cognito"); new c.UserPoolClient("web");', WEB],
    ['import aws = require("@pulumi/aws"); import c = aws.cognito; new c.UserPoolClient("web");', WEB],
    ['import aws = require("@pulumi/aws"); import C = aws.cognito.UserPoolClient; new C("web");', WEB],
    ['import aws = require("@pulumi/aws"); import a = aws; new a.cognito.UserPoolClient("web");', WEB],
    ['const aws = require("@pulumi/aws"); new aws.cognito.UserPoolClient("web");', WEB],
    ['const aws = require("@pulumi/aws").default; new aws.cognito.UserPoolClient("web");', WEB],
    ['const { cognito } = require("@pulumi/aws"); new cognito.UserPoolClient("web");', WEB],
    ['const c = require("@pulumi/aws")["cognito"]; new c.UserPoolClient("web");', WEB],
    ['const c = require("@pulumi/aws")[x]; new c.UserPoolClient("web");'],
    ['new (require("@pulumi/aws").cognito.UserPoolClient)("web");', WEB],
    ['new (require("@pulumi/aws", 1).cognito.UserPoolClient)("web");'],
    ["new (require().cognito.UserPoolClient)();"],
    ["new (require(x).cognito.UserPoolClient)();"],
    ["new (require(1).cognito.UserPoolClient)();"],
    ['new (load("@pulumi/aws").cognito.UserPoolClient)();'],
    ['new (require("@pulumi/aws") as any).cognito.UserPoolClient("web");', WEB],
    ['const aws = await import("@pulumi/aws"); new aws.cognito.UserPoolClient("web");', WEB],
    ['new ((await import("@pulumi/aws")).cognito.UserPoolClient)("web");', WEB],
    ['new (import("@pulumi/aws").cognito.UserPoolClient)("web");'],
    ['const aws = await load("@pulumi/aws"); new aws.cognito.UserPoolClient("web");'],
    ...["__importDefault", "__importStar", "_interopRequireDefault", "_interopRequireWildcard"].map(
        (helper): Row => [`const aws = ${helper}(require("@pulumi/aws")); new aws.default.cognito.UserPoolClient("web");`, WEB],
    ),
    ['const aws = x__importStar(require("@pulumi/aws")); new aws.cognito.UserPoolClient("web");'],
    ['const aws = __importStarX(require("@pulumi/aws")); new aws.cognito.UserPoolClient("web");'],
    ['const aws = __importStar("@pulumi/aws"); new aws.cognito.UserPoolClient("web");'],
    [`${AWS}const { cognito: c } = aws; new c.UserPoolClient("web");`, WEB],
    [`${AWS}const C = aws.cognito.UserPoolClient; new C("web");`, WEB],
    [`${AWS}const C = f(aws.cognito.UserPoolClient); new C("web");`],
    [`${AWS}new (aws as any).cognito!.UserPoolClient("web");`, WEB],
    [`${AWS}new aws["cognito"].UserPoolClient("web");`, WEB],
    [`${AWS}new aws[x].UserPoolClient("web");`],
    [`${AWS}new aws.cognito.UserPoolClient.x("web");`],
    [`${AWS}new aws.cognito.userPoolClient("web");`],
    [`${AWS}new aws.cognito("web");`],
    [`${AWS}new aws("web");`],
    [`${AWS}aws.cognito.UserPoolClient = x; new aws.cognito.UserPoolClient("web");`],
    [`${AWS}Reflect.set(aws.cognito, "UserPoolClient", x); new aws.cognito.UserPoolClient("web");`],
    [`${AWS}{ const aws = x; new aws.cognito.UserPoolClient("web"); }`],
    ['var aws = require("@pulumi/aws"); var aws = x; new aws.cognito.UserPoolClient("web");'],
    [`${AWS}class C { aws = aws; m() { new this.aws.cognito.UserPoolClient("web"); } }`],
    ["const a = b; const b = a; new a.cognito.UserPoolClient();"],
    [`${AWS}class C { cognito = aws; m() { new this.cognito.UserPoolClient("web"); } }`],
    [`new (require("@pulumi/aws")${".default".repeat(6)}.cognito.UserPoolClient)("web");`, WEB],
    [`new (require("@pulumi/aws")${".default".repeat(7)}.cognito.UserPoolClient)("web");`],
    [`${aliases(8)} new a8.cognito.UserPoolClient("web");`, WEB],
    [`${aliases(9)} new a9.cognito.UserPoolClient("web");`],

    // The global names of SST
    ['new aws.cognito.UserPoolClient("web");', WEB],
    ['const { cognito } = aws; new cognito.UserPoolClient("web");', WEB],
    ['new sst.cognito.UserPoolClient("web");'],
    ['new other.cognito.UserPoolClient("web");'],
];

/** Arguments, and how they are read. */
const ARGUMENTS: readonly Row[] = [
    ["new aws.cognito.UserPoolClient;", "new UserPoolClient(-, -, -)"],
    ['new aws.cognito.UserPoolClient("a", {}, { parent: b }, 1);', 'new UserPoolClient("a", {}, {parent: b})'],
    ['new aws.cognito.UserPoolClient("a", ...b);', 'new UserPoolClient("a", ?, ?)'],
    ['class C { a() { new aws.cognito.UserPoolClient("b", this, { parent: this }); } }', 'new UserPoolClient("b", this, {parent: this})'],
    ['class C { a() { new aws.cognito.UserPoolClient("b", { c: f().d }); } }', 'new UserPoolClient("b", {c: ?}, -)'],
    ["new aws.cognito.UserPoolClient(...a, {});", "new UserPoolClient(?, ?, ?)"],
    [
        'new aws.cognito.UserPoolClient("a", { b: new aws.cognito.UserPool("c") });',
        'new UserPoolClient("a", {b: new UserPool("c", -, -)}, -)',
        'b = new UserPool("c", -, -)',
    ],
];

/** What a construction is assigned to. */
const ASSIGNED: readonly Row[] = [
    ['const a = new aws.cognito.UserPoolClient("web");', `a = ${WEB}`],
    ['const a = (new aws.cognito.UserPoolClient("web"))!;', `a = ${WEB}`],
    ['const a = await new aws.cognito.UserPoolClient("web");', `a = ${WEB}`],
    ['const a = [new aws.cognito.UserPoolClient("web")];', WEB],
    ['const { a } = new aws.cognito.UserPoolClient("web");', WEB],
    ['a.b = new aws.cognito.UserPoolClient("web");', `b = ${WEB}`],
    ['a = new aws.cognito.UserPoolClient("web");', `a = ${WEB}`],
    ['a.b.c = new aws.cognito.UserPoolClient("web");', `c = ${WEB}`],
    ['a[b] = new aws.cognito.UserPoolClient("web");', WEB],
    ['({ a: new aws.cognito.UserPoolClient("web") });', `a = ${WEB}`],
    ['({ [a]: new aws.cognito.UserPoolClient("web") });', WEB],
    ['({ [new aws.cognito.UserPoolClient("web")]: 1 });', WEB],
    ['class C { a = new aws.cognito.UserPoolClient("web"); }', `a = ${WEB}`],
    ['class C { a() { this.b = new aws.cognito.UserPoolClient("web"); } }', `b = ${WEB}`],
    ['f(new aws.cognito.UserPoolClient("web"));', WEB],
];

const POOL = 'const p = new sst.aws.CognitoUserPool("p"); ';
const client = (args: string) => `new UserPoolClient("w", {${args}}, ?)`;

/** Calls of SST. The first member is what SST sets itself. */
const SST: readonly Row[] = [
    [`${POOL}p.addClient("w");`, client("?: ?")],
    [`${POOL}p["addClient"]("w");`, client("?: ?")],
    [`${POOL}(p as any).addClient("w");`, client("?: ?")],
    [`${POOL}const c = p.addClient("w");`, `c = ${client("?: ?")}`],
    [`${POOL}f(p.addClient("w"));`, client("?: ?")],
    [`${POOL}p.addClient("w", {});`, client("?: ?")],
    [`${POOL}p.addClient("w", a);`, client("?: ?")],
    [`${POOL}p.addClient();`],
    [`${POOL}p.addClient("w", {}, {});`],
    [`${POOL}p.addClient("w", ...a);`],
    [`${POOL}p.addProvider("w");`],
    [`${POOL}addClient("w");`],
    ['const { p } = new sst.aws.CognitoUserPool("p"); p.addClient("w");'],
    ['let p = new sst.aws.CognitoUserPool("p"); p = q; p.addClient("w");'],
    ['var p = new sst.aws.CognitoUserPool("p"); var p = q; p.addClient("w");'],
    ['const p = new sst.aws.CognitoUserPool("p") as any; p.addClient("w");', client("?: ?")],
    ['const p = sst.aws.CognitoUserPool("p"); p.addClient("w");'],
    ['const p = new sst.aws.Cognito("p"); p.addClient("w");'],
    [`${POOL}p.q.addClient("w");`],
    ['f().addClient("w");'],
    ['class C { p = new sst.aws.CognitoUserPool("p"); m() { this.p.addClient("w"); } }', client("?: ?")],
    ["p.addClient(name);"],
    ["let p; p.addClient(name);"],

    // Any object, if there is a transformation
    ['p.addClient("w", { transform: { client: { a: 1 } } });', client("?: ?, ...{a: 1}")],
    ['p.addClient("w", { "transform": { "client": a } });', client("?: ?, ...a")],
    ['p.addClient("w", { transform: { client: 1 }, transform: { client: 2 } });', client("?: ?, ...2")],
    ['p.addClient("w", ({ transform: { client: a } } as any));', client("?: ?, ...a")],
    ['p.addClient("w", { transform: { client: a } }).b;', client("?: ?, ...a")],
    ['p.addClient("w", { transform: { client: 1, ...a } });', client("?: ?, ...?")],
    ['p.addClient("w", { transform: { client: 1, [a]: 2 } });', client("?: ?, ...?")],
    ['p.addClient("w", { transform: { ...a, client: 1 } });', client("?: ?, ...1")],
    [`${POOL}p.addClient("w", { transform: { client: 1 }, ...a });`, client("?: ?")],
    ['p.addClient("w", { ...a });'],
    ['p.addClient("w", { transform: a });'],
    ['p.addClient("w", { transform: { ...a } });'],
    ['p.addClient("w", { transform: { client: 1, pool: 2 } });', client("?: ?, ...1")],
    ['p.addClient("w", { transform: { pool: a } });'],
    ['p.addClient("w", [{ transform: { client: a } }]);'],

    // A function that changes the arguments
    ['p.addClient("w", { transform: { client: a => { a.b = 1; a["c"] = 2; } } });', client("?: ?, b: 1, c: 2")],
    ['p.addClient("w", { transform: { client(a) { a.b = 1; } } });', client("?: ?, b: 1")],
    ['p.addClient("w", { transform: { client: function (a, o) { a.b = 1; } } });', client("?: ?, b: 1")],
    ['p.addClient("w", { transform: { client: a => { if (x) a.b = 1; } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { x && (a.b = 1); } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { for (; x; a.b = 1) {} } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { a.b ??= 1; } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { a.b.push(1); } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { a.b.c = 1; } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { x = a.b; } } });', client("?: ?, b: ?")],
    ['p.addClient("w", { transform: { client: a => { a[x] = 1; } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { x[a] = 1; } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { f(a); } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { f({ a }); } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { f({ [a]: 1 }); } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { f({ b: a }); } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => { x.a = 1; f({ a: 1 }); } } });', client("?: ?")],
    ['p.addClient("w", { transform: { client: a => { a.b = 1; return a; } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: a => ({ b: 1 }) } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: ({ a }) => {} } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client() {} } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: async a => { await x; a.b = 1; } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { *client(a) { a.b = 1; } } });', client("?: ?, ?: ?")],
    ['p.addClient("w", { transform: { client: () => { x.b = 1; } } });', client("?: ?, ?: ?")],
];

/** Resources of types that the policies do not cover. */
const NOT_COVERED = `${AWS}import * as native from "@pulumi/aws-native";
new native.cognito.UserPoolClient("a");
const b = new aws.cognito.ManagedUserPoolClient("b");`;

describe("constructions in JavaScript", () => {
    for (const [source, ...expected] of [...CLASSES, ...ARGUMENTS, ...ASSIGNED, ...SST]) {
        it(`reads ${source}`, () => {
            const program = readJavaScript("index.ts", source);
            assert.deepEqual(program.errors, []);
            assert.deepEqual(constructionNotations(program), expected);
        });
    }

    it("lists resources that are not covered in the order of the text", () => {
        const { constructions, notCovered } = readJavaScript("index.ts", NOT_COVERED);
        assert.deepEqual(constructions, []);
        assert.deepEqual(
            notCovered.map(({ type, start, end }) => [type, NOT_COVERED.slice(start, end)]),
            [
                ["aws-native:cognito:UserPoolClient", 'new native.cognito.UserPoolClient("a")'],
                ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", 'new aws.cognito.ManagedUserPoolClient("b")'],
            ],
        );
    });

    it("knows where the arguments of a client of SST are", () => {
        const call = 'p.addClient("w", { transform: { client: a => { a.b = 1; } } })';
        const args = readJavaScript("index.ts", call).constructions[0]?.args;
        assert.ok(args?.kind === "object");
        const { layout, inside, members } = args;
        assert.deepEqual({ layout, inside }, { layout: "brackets", inside: { start: call.length, end: call.length } });
        assert.deepEqual(
            members.map(({ start, end }) => call.slice(start, end)),
            [call, "a.b = 1"],
        );
        const key = members[1]?.key;
        assert.equal(call.slice(key?.start, key?.end), "b");
    });
});
