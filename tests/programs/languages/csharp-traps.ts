import type { Trap } from "./read-inputs";

const USINGS = [
    "using System.Collections.Generic;",
    "using Pulumi;",
    "using Pulumi.Aws.Cognito;",
    "using Pulumi.Aws.Cognito.Inputs;",
    "using Aws = Pulumi.Aws;",
];

/** Makes a program of statements in a lambda. */
function trap(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return file(name, ["await Deployment.RunAsync(() =>", "{", ...lines, "});"], ...expected);
}

/** Makes a program of declarations behind the usual directives. */
function file(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return { name, source: [...USINGS, ...lines, ""].join("\n"), expected };
}

function client(members: string): string {
    return `new UserPoolClient("web", new() { ${members} });`;
}

/** A class with a constructor that makes a client. */
function withMethod(fields: readonly string[], use = USE, head = "class App"): string[] {
    return [`${head} {`, ...fields, "void Make() {", use, "}", "}"];
}

const USE = client("Name = x");
const URLS = client("CallbackUrls = urls");
const UNKNOWN = { name: "?" };
const A = { name: "a" };
const NO_URLS = { callbackUrls: "?" };

export const CSHARP_TRAPS: readonly Trap[] = [
    // Values
    trap("reads initializers", [client('Name = "a", GenerateSecret = true, AccessTokenValidity = 60, RefreshTokenValidity = -1,')], {
        name: "a",
        generateSecret: true,
        accessTokenValidity: 60,
        refreshTokenValidity: -1,
    }),
    trap(
        "reads argument classes",
        [
            'new Aws.Cognito.UserPoolClient("web", new Aws.Cognito.UserPoolClientArgs { Name = "a" });',
            'new UserPoolClient("web", new UserPoolClientArgs() { Name = "a" });',
        ],
        A,
        A,
    ),
    trap(
        "reads lists of each kind",
        [
            client(
                'CallbackUrls = new[] { "a" }, LogoutUrls = new string[] { "b" }, AllowedOauthScopes = ["c", .. new[] { "d" }], ' +
                    'AllowedOauthFlows = { "e" }, ExplicitAuthFlows = new InputList<string> { "f" }, ReadAttributes = new List<string> { "g" }, WriteAttributes = new() { "h" }',
            ),
        ],
        {
            callbackUrls: ["a"],
            logoutUrls: ["b"],
            allowedOauthScopes: ["c", "d"],
            allowedOauthFlows: ["e"],
            explicitAuthFlows: ["f"],
            readAttributes: ["g"],
            writeAttributes: ["h"],
        },
    ),
    trap(
        "reads elements that are lists",
        ['var x = "a";', 'var y = new[] { "b", "c" };', client("CallbackUrls = { x, y }, LogoutUrls = new[] { x }")],
        {
            callbackUrls: ["a", "b", "c"],
            logoutUrls: ["a"],
        },
    ),
    trap("does not read elements of an unknown kind", [client("CallbackUrls = { F(), z }")], NO_URLS),
    trap("does not read copied lists", [client('CallbackUrls = new List<string>(y) { "a" }, LogoutUrls = new()')], {
        callbackUrls: "?",
        logoutUrls: "?",
    }),
    trap(
        "reads blocks",
        [
            client(
                'TokenValidityUnits = new UserPoolClientTokenValidityUnitsArgs { AccessToken = "hours" }, RefreshTokenRotation = new() { Feature = "ENABLED" }',
            ),
        ],
        {
            tokenValidityUnits: { accessToken: "hours" },
            refreshTokenRotation: { feature: "ENABLED" },
        },
    ),
    trap("reads outputs and secrets", [client('Name = Output.Create("a"), Region = Output.CreateSecret("b")')], { name: "a", region: "b" }),
    trap("reads formats", ['var x = "a";', client('Name = $"{x}-{x}{{}}", Region = Output.Format($"{x}")')], {
        name: "a-a{}",
        region: "a",
    }),
    trap("does not join outputs", ['var x = Output.Create("a");', client('Name = $"{x}", Region = "b" + x')], { name: "?", region: "?" }),
    trap("does not read formatted values", ['var x = "a";', client('Name = $"{x,5}", Region = $"{x:X}"')], { name: "?", region: "?" }),
    trap("reads verbatim strings", [client('Name = @"a\\""b"')], { name: 'a\\"b' }),
    trap("reads raw strings", [client('Name = """a"b""", Region = """\n    c\n      d\n    """')], { name: 'a"b', region: "c\n  d" }),
    trap("reads values in raw strings", ['var x = "a";', client('Name = $$"""{{{x}}}"""')], { name: "{a}" }),
    trap("does not read bytes", [client('Name = "a"u8')], { isOpen: true }),
    trap("reads escapes", [client(String.raw`Name = "\x41\u00e9\0"`)], { name: "Aé\0" }),
    trap("reads joined texts and numbers", [client('Name = "a" + @"b" + 1')], { name: "ab1" }),
    trap("does not join characters and truth values", [client(`Name = "a" + 'b', Region = "a" + true`)], { name: "?", region: "?" }),
    trap("does not read conditions", [client('Name = y ? "a" : "b", Region = y ?? "c"')], { name: "?", region: "?" }),
    trap("does not read switches", [client('Name = y switch { 1 => "a", _ => "b" }, GenerateSecret = true')], {
        name: "?",
        generateSecret: true,
    }),
    trap("does not read calls, casts and names", [client('Name = "A".ToLower(), Region = (string)"a", GenerateSecret = F()')], {
        name: "?",
        region: "?",
        generateSecret: "?",
    }),
    trap("does not read lambdas", [client('Name = y.Apply(z => { var Region = "a"; return z; }), GenerateSecret = true')], {
        name: "?",
        generateSecret: true,
    }),
    trap("reads null as unset", [client('Name = null, Region = "a"!')], { region: "a" }),
    trap("does not calculate", [client("AccessTokenValidity = 60 * 24, IdTokenValidity = 1_0")], {
        accessTokenValidity: "?",
        idTokenValidity: 10,
    }),
    trap("does not read members with a missing comma", [client('Name = "a" GenerateSecret = true')], { isOpen: true }),
    trap("does not read members with a missing sign", [client('Name "a"')], { isOpen: true }),
    trap("does not read arguments with a missing comma", ['new UserPoolClient("web" new() { Name = "a" });'], { isOpen: true }),
    trap("reads arguments by name", ['new UserPoolClient(args: new() { Name = "a" }, name: "web");'], A),
    trap("does not read arguments by another name", ['new UserPoolClient(nam: "web", args: new() { Name = "a" });'], { isOpen: true }),
    trap(
        "reads no arguments",
        ['new UserPoolClient("web");', 'new UserPoolClient("web", new());', 'new UserPoolClient("web", null);'],
        {},
        {},
        {},
    ),
    trap("reads arguments in a variable", ['var args = new UserPoolClientArgs { Name = "a" };', 'new UserPoolClient("web", args);'], A),
    trap(
        "does not read changed arguments in a variable",
        ['var args = new UserPoolClientArgs { Name = "a" };', 'args.Name = "b";', 'new UserPoolClient("web", args);'],
        { isOpen: true },
    ),
    trap(
        "does not read lists that are added to in a variable",
        [
            'var args = new UserPoolClientArgs { CallbackUrls = { "a" } };',
            'args.CallbackUrls.Add("b");',
            'new UserPoolClient("web", args);',
        ],
        {
            isOpen: true,
        },
    ),
    trap("does not read arguments with an initializer of the resource", ['new UserPoolClient("web", new() { Name = "a" }) { X = 1 };'], {
        isOpen: true,
    }),
    // Directives
    trap(
        "does not read members under a directive",
        ['new UserPoolClient("web", new() {', 'Region = "b",', "#if DEBUG", 'Name = "a",', "#endif", "});"],
        { isOpen: true },
    ),
    trap("does not read variables under a directive", ["#if DEBUG", 'var x = "a";', "#else", 'var x = "b";', "#endif", USE], UNKNOWN),
    trap("reads other directives", ["#region a'b", "#pragma warning disable", USE.replace("x", '"a"'), "#endregion"], A),
    // Names
    trap("reads variables", ['var x = "a";', USE], A),
    trap("reads constants", ['const string x = "a";', USE], A),
    trap("does not read variables of a type that converts them", ['Url x = "a";', USE], UNKNOWN),
    trap("does not read reassigned variables", ['var x = "a";', 'x = "b";', USE], UNKNOWN),
    trap("does not read variables that are assigned later", ['var x = "a";', USE, 'x ??= "b";'], UNKNOWN),
    trap("does not read variables that are passed by reference", ['var x = "a";', "F(ref x);", USE], UNKNOWN),
    trap("does not read variables that are set by reference", ['var x = "a";', "F(out x);", USE], UNKNOWN),
    trap("does not read variables that a tuple sets", ['var x = "a";', "(x, y) = F();", USE], UNKNOWN),
    trap("does not read variables of tuples", ["var (x, y) = F();", USE], UNKNOWN),
    trap("does not read variables of out parameters", ["F(out var x);", USE], UNKNOWN),
    trap("does not read variables of patterns", ["if (y is string x) {", USE, "}"], UNKNOWN),
    trap("does not read variables of braces in patterns", ["if (y is { Length: > 0 } x) {", USE, "}"], UNKNOWN),
    trap("does not read declarations of several variables", ['string x = "a", y = "b";', USE], UNKNOWN),
    trap("does not read the other variables of a declaration", ['string y = "b", x = "a";', USE], UNKNOWN),
    trap(
        "does not read parameters of lambdas",
        [`F(x => { ${USE} });`, `G((x, y) => ${USE.slice(0, -1)});`, `H((string x) => ${USE.slice(0, -1)});`],
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
    ),
    trap("does not read parameters of local functions", [`void F(string x) { ${USE} }`], UNKNOWN),
    trap(
        "does not read loop variables",
        ["foreach (var x in xs) {", USE, "}", "for (var x = 0; x < 3; x++) {", client("AccessTokenValidity = x"), "}"],
        UNKNOWN,
        { accessTokenValidity: "?" },
    ),
    trap("does not read variables of queries", [`var y = from x in xs select ${USE}`], UNKNOWN),
    trap(
        "does not read variables of catch and using",
        ["try { F(); } catch (E x) {", USE, "}", "using (var x = F()) {", USE, "}"],
        UNKNOWN,
        UNKNOWN,
    ),
    trap("does not read variables that a nested tuple sets", ['var x = "a";', "((x, y), z) = F();", USE], UNKNOWN),
    trap("does not read variables that are assigned in parentheses of using", ['var x = "a";', 'using (F(x = "b")) { }', USE], UNKNOWN),
    file(
        "does not read variables that hide constants",
        [
            "class App {",
            'const string x = "a";',
            `void F() { using (var x = G()) { ${USE} } }`,
            `void H() { using Y x = G(), z = G(); ${USE} }`,
            `void I() { if (y is Z { V: 1 } x) { ${USE} } }`,
            `void J() { switch (y) { case Z { V: 1 } x: ${USE} break; } }`,
            "}",
        ],
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
    ),
    file(
        "reads variables up to the end of their block",
        ["class App {", 'const string x = "a";', "void Make() {", '{ string x = "b"; }', USE, "}", "}"],
        A,
    ),
    file("does not read parameters", ["class App {", 'const string x = "a";', "void Make(string x) {", USE, "}", "}"], UNKNOWN),
    trap("reads names with an at sign", ['var @x = "a";', USE], A),
    trap("does not read code in comments and strings", ['var x = "a"; // x = "b";', '/* x = "b"; */', 'F(@"x = ""b"";");', USE], A),
    // Fields
    file("reads constants of the class", withMethod(['public const string x = "a";']), A),
    file("reads private and read-only fields", withMethod(['private string x = "a";']), A),
    file("reads fields of this", withMethod(['public readonly string x = "a";'], client("Name = this.x")), A),
    file("does not read fields that other classes can set", withMethod(['public string x = "a";']), UNKNOWN),
    file(
        "does not read fields of generic classes that other classes can set",
        withMethod(['public string x = "a";'], USE, "class App<T> where T : Y, new()"),
        UNKNOWN,
    ),
    file(
        "does not read fields that a constructor sets under a directive",
        ["class App {", "readonly string x;", "App() {", "#if DEBUG", 'x = "a";', "#endif", USE, "} }"],
        UNKNOWN,
    ),
    file("does not read fields of partial classes", withMethod(['private string x = "a";'], USE, "partial class App"), UNKNOWN),
    file("does not read fields that are set", withMethod(['private string x = "a";', 'void Set() { x = "b"; }']), UNKNOWN),
    file(
        "does not read fields that are set through another object",
        withMethod(['private string x = "a";', 'void Set(App o) { o.x = "b"; }']),
        UNKNOWN,
    ),
    file("does not read properties", withMethod(['public string x { get; set; } = "a";']), UNKNOWN),
    file(
        "does not read properties with a body",
        withMethod(['private string x => "a";', 'private string y { get { return "a"; } }'], client("Name = x, Region = y")),
        { name: "?", region: "?" },
    ),
    file("reads properties that only the constructor sets", ["class App {", "public string x { get; }", 'App() { x = "a";', USE, "} }"], A),
    file(
        "does not read fields that two constructors set",
        withMethod(["private readonly string x;", 'App() { x = "a"; }', 'App(int y) { x = "b"; }']),
        UNKNOWN,
    ),
    file(
        "does not read fields that a parameter sets",
        withMethod(["private readonly string x;", "App(string x) { this.x = x; }"]),
        UNKNOWN,
    ),
    file("does not read parameters of the class", ["class App(string x) {", "void Make() {", USE, "} }"], UNKNOWN),
    file(
        "reads constants of another class",
        ["static class Names {", 'public const string X = "a";', "}", ...withMethod([], client("Name = Names.X"))],
        A,
    ),
    file(
        "does not read fields that a nested class may inherit",
        ["class App {", 'const string x = "a";', "class Inner : Base {", "void Make() {", USE, "} } }"],
        UNKNOWN,
    ),
    file("reads fields of a class with a base", withMethod(['private const string x = "a";'], USE, "class App : Stack"), A),
    file(
        "does not read fields that are set through a call",
        withMethod(['private string x = "a";', 'void Set() { Other().x = "b"; }']),
        UNKNOWN,
    ),
    file(
        "does not read fields that an initializer sets",
        withMethod(['private string x = "a";', 'App Copy() => new App { x = "b" };']),
        UNKNOWN,
    ),
    file(
        "does not read read-only fields of partial classes",
        withMethod(['private readonly string x = "a";'], USE, "partial class App"),
        UNKNOWN,
    ),
    file("does not read lists that other files can change", withMethod(['public static readonly string[] urls = { "a" };'], URLS), NO_URLS),
    file("reads private lists", withMethod(['private static readonly string[] urls = { "a" };'], URLS), { callbackUrls: ["a"] }),
    // Lists behind names
    trap("reads lists that are only read", ['var urls = new[] { "a" };', 'F(string.Join(",", urls), urls.Length);', URLS], {
        callbackUrls: ["a"],
    }),
    trap("does not read lists that are passed on", ['var urls = new[] { "a" };', "F(urls);", URLS], NO_URLS),
    trap("does not read lists with a changed element", ['var urls = new[] { "a" };', 'urls[0] = "b";', URLS], NO_URLS),
    trap("does not read lists that are added to", ['var urls = new List<string> { "a" };', 'urls.Add("b");', URLS], NO_URLS),
    // Classes
    trap("reads constructions that their variable types", ['UserPoolClient client = new("web", new() { Name = "a" });'], A),
    {
        name: "finds classes by other names",
        source: [
            "using C = Pulumi.Aws.Cognito;",
            "using Client = Pulumi.Aws.Cognito.UserPoolClient;",
            'new C.UserPoolClient("web", new() { Name = "a" });',
            'new Client("web", new() { Name = "a" });',
            'new Pulumi.Aws.Cognito.UserPoolClient("web", new() { Name = "a" });',
        ].join("\n"),
        expected: [A, A, A],
    },
    {
        name: "ignores classes of other packages",
        source: ["using Amazon.CDK.AWS.Cognito;", client(""), 'new Cognito.UserPoolClient("web");'].join("\n"),
        expected: [],
    },
    file("ignores classes of the file", ["class UserPoolClient {}", ...withMethod([], client(""))]),
    trap("ignores get, types and arrays", [
        'UserPoolClient.Get("web", "id");',
        "var y = new List<UserPoolClient>();",
        "var z = new UserPoolClient[0];",
        "F(typeof(UserPoolClient));",
    ]),
    trap(
        "reads constructions in lambdas and values",
        [`xs.ForEach(y => ${client('Name = "a"').slice(0, -1)});`, `return ${client('Name = "a"')}`],
        A,
        A,
    ),
];
