import type { Trap } from "./read-inputs";

/** Makes a program of statements in its main function. */
function trap(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return file(name, ["func main() {", "pulumi.Run(func(ctx *pulumi.Context) error {", ...lines, "return nil", "})", "}"], ...expected);
}

/** Makes a program of declarations behind the usual imports. */
function file(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    const head = [
        "package main",
        "import (",
        '"fmt"',
        '"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
        '"github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
        ")",
    ];
    return { name, source: [...head, ...lines, ""].join("\n"), expected };
}

function client(fields: string): string {
    return `cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{${fields}})`;
}

const USE = client("Name: pulumi.String(x)");
const URLS = client("CallbackUrls: pulumi.ToStringArray(urls)");
const UNKNOWN = { name: "?" };
const A = { name: "a" };
const NO_URLS = { callbackUrls: "?" };

export const GO_TRAPS: readonly Trap[] = [
    // Values
    trap(
        "reads conversions",
        [
            client(
                'Name: pulumi.String("a"), Region: pulumi.StringPtr("b"), GenerateSecret: pulumi.Bool(true), AccessTokenValidity: pulumi.Int(60), ' +
                    "RefreshTokenValidity: pulumi.IntPtr(-1), EnableTokenRevocation: pulumi.BoolPtr(false)",
            ),
        ],
        { name: "a", region: "b", generateSecret: true, accessTokenValidity: 60, refreshTokenValidity: -1, enableTokenRevocation: false },
    ),
    trap(
        "reads lists",
        [
            client(
                'CallbackUrls: pulumi.StringArray{pulumi.String("a"), pulumi.String("b")}, LogoutUrls: pulumi.ToStringArray([]string{"c"})',
            ),
        ],
        { callbackUrls: ["a", "b"], logoutUrls: ["c"] },
    ),
    trap("does not read lists with indexes", [client('CallbackUrls: pulumi.ToStringArray([]string{1: "a"})')], NO_URLS),
    trap("does not read appended lists", [client('CallbackUrls: pulumi.ToStringArray(append(x, "a"))')], NO_URLS),
    trap(
        "reads blocks",
        [
            client(
                'TokenValidityUnits: &cognito.UserPoolClientTokenValidityUnitsArgs{AccessToken: pulumi.String("hours")}, ' +
                    'AnalyticsConfiguration: cognito.UserPoolClientAnalyticsConfigurationPtr(&cognito.UserPoolClientAnalyticsConfigurationArgs{ApplicationId: pulumi.String("x")})',
            ),
        ],
        { tokenValidityUnits: { accessToken: "hours" }, analyticsConfiguration: { applicationId: "x" } },
    ),
    trap(
        "does not read blocks without names of fields",
        [client('TokenValidityUnits: &cognito.UserPoolClientTokenValidityUnitsArgs{pulumi.String("hours")}')],
        { isOpen: true },
    ),
    trap("reads raw strings", [client("Name: pulumi.String(`a\\b`)")], { name: "a\\b" }),
    trap("reads escapes", [client(String.raw`Name: pulumi.String("\x41\101\u00e9\n")`)], { name: "AAé\n" }),
    trap("does not read bytes of characters", [client(String.raw`Name: pulumi.String("\xc3\xa9")`)], UNKNOWN),
    trap("reads joined strings", [client('Name: pulumi.String("a" + "b" + `c`)')], { name: "abc" }),
    trap("does not read characters", [client("Name: pulumi.String('a')")], UNKNOWN),
    trap("does not read octal numbers", [client("AccessTokenValidity: pulumi.Int(060)")], { accessTokenValidity: "?" }),
    trap("does not calculate", [client("AccessTokenValidity: pulumi.Int(60 * 24)")], { accessTokenValidity: "?" }),
    trap("does not read formats", [client('Name: pulumi.Sprintf("%s", "a")')], UNKNOWN),
    trap("does not read calls", [client("Name: pulumi.String(f())")], UNKNOWN),
    trap(
        "reads secrets and outputs",
        [client('Name: pulumi.ToSecret(pulumi.String("a")), Region: pulumi.String("b").ToStringPtrOutput()')],
        {
            name: "a",
            region: "?",
        },
    ),
    trap("reads nil as unset", [client('Name: nil, Region: pulumi.String("a")')], { region: "a" }),
    trap("does not read arguments with a missing comma", [client('Name: pulumi.String("a") Region: pulumi.String("b")')], { isOpen: true }),
    trap("does not read arguments with a missing colon", [client('Name pulumi.String("a")')], { isOpen: true }),
    trap("reads no arguments", ['cognito.NewUserPoolClient(ctx, "web", nil)'], {}),
    trap("does not read a call without arguments", ['cognito.NewUserPoolClient(ctx, "web")'], { isOpen: true }),
    trap(
        "reads arguments in a variable",
        ['args := &cognito.UserPoolClientArgs{Name: pulumi.String("a")}', 'cognito.NewUserPoolClient(ctx, "web", args)'],
        A,
    ),
    trap(
        "does not read changed arguments in a variable",
        ['args := &cognito.UserPoolClientArgs{Name: pulumi.String("a")}', "args.Name = nil", 'cognito.NewUserPoolClient(ctx, "web", args)'],
        { isOpen: true },
    ),
    trap(
        "does not read arguments of another package",
        ['cognito.NewUserPoolClient(ctx, "web", &other.UserPoolClientArgs{Name: pulumi.String("a")})'],
        { isOpen: true },
    ),
    // Names
    trap("reads variables", ['x := "a"', USE], A),
    trap("reads variables with a type", ['var x string = "a"', USE], A),
    trap("does not read variables of another type", ['var x Name = "a"', USE], UNKNOWN),
    file("reads constants", ['const x = "a"', "func f(ctx *pulumi.Context) {", USE, "}"], A),
    file("reads constants that are declared later", ["func f(ctx *pulumi.Context) {", USE, "}", 'const x = "a"'], A),
    file("reads constants of another type", ['const x Name = "a"', "func f(ctx *pulumi.Context) {", USE, "}"], A),
    file("reads constants of a group", ["const (", 'x = "a"', 'y = "b"', ")", "func f(ctx *pulumi.Context) {", USE, "}"], A),
    file("does not read repeated constants", ["const (", 'y = "a"', "x", ")", "func f(ctx *pulumi.Context) {", USE, "}"], UNKNOWN),
    file(
        "does not read counted constants",
        ["const x = iota", "func f(ctx *pulumi.Context) {", client("AccessTokenValidity: pulumi.Int(x)"), "}"],
        { accessTokenValidity: "?" },
    ),
    file("does not read variables that other files can assign to", ['var x = "a"', "func f(ctx *pulumi.Context) {", USE, "}"], UNKNOWN),
    trap("does not read reassigned variables", ['x := "a"', 'x = "b"', USE], UNKNOWN),
    trap("does not read variables that are assigned later", ['x := "a"', USE, 'x += "b"'], UNKNOWN),
    trap("does not read variables that a condition assigns to", ['x := "a"', "if y {", 'x = "b"', "}", USE], UNKNOWN),
    trap("does not read variables that the condition of an element assigns to", ['x := "a"', "if y[0] {", 'x = "b"', "}", USE], UNKNOWN),
    trap(
        "does not read variables that a loop over a part of a list assigns to",
        ['x := "a"', "for range y[1:] {", 'x = "b"', "}", USE],
        UNKNOWN,
    ),
    trap("does not read variables of a condition behind it", ['x := "a"', 'if x := "b"; f(x) {', "}", USE], UNKNOWN),
    trap("reads variables that are declared behind a condition with the same name", ["if x := f(); x {", "}", 'x := "a"', USE], A),
    trap("reads variables that a condition uses", ['x := "a"', "if f(x) {", USE, "}"], A),
    trap(
        "does not read variables that a function uses before they are assigned",
        ['x := "a"', "f := func() {", USE, "}", "x, err := g()", "f()"],
        UNKNOWN,
    ),
    trap("does not read variables that a function assigns to", ['x := "a"', 'func() { x = "b" }()', USE], UNKNOWN),
    trap("does not read variables that a goroutine assigns to", ['x := "a"', "go func() {", 'x, y = "b", 1', "}()", USE], UNKNOWN),
    trap("does not read variables whose address is passed on", ['x := "a"', "f(&x)", USE], UNKNOWN),
    trap("does not read variables that are assigned with others", ['x := "a"', "x, err := f()", USE], UNKNOWN),
    trap("does not read results of several values", ['x, y := "a", "b"', USE], UNKNOWN),
    trap("does not read parameters", ['x := "a"', "f(func(x string) {", USE, "})"], UNKNOWN),
    trap("does not read parameters with a common type", ['x := "a"', "f(func(x, y string) (z error) {", USE, "})"], UNKNOWN),
    file(
        "does not read parameters of a function that returns a function",
        ['const x = "a"', "func f(ctx *pulumi.Context, x string) func() error {", USE, "}"],
        UNKNOWN,
    ),
    file("does not read names of types", ['const x = "a"', "func f[x any](ctx *pulumi.Context) {", USE, "}"], UNKNOWN),
    file("does not read named results", ['const x = "a"', "func f(ctx *pulumi.Context) (x string, err error) {", USE, "}"], UNKNOWN),
    trap("does not read loop variables", ['x := "a"', "for _, x := range y {", USE, "}"], UNKNOWN),
    trap("does not read loop variables of a list", ['x := "a"', 'for _, x := range []string{"b"} {', USE, "}"], UNKNOWN),
    trap("does not read counters", ["for x := 0; x < 3; x++ {", client("AccessTokenValidity: pulumi.Int(x)"), "}"], {
        accessTokenValidity: "?",
    }),
    trap("does not read variables of a condition", ['x := "a"', "if x := f(); x != nil {", USE, "} else {", USE, "}"], UNKNOWN, UNKNOWN),
    trap("does not read variables of a switch", ['x := "a"', "switch x := y.(type) {", "case string:", USE, "}"], UNKNOWN),
    trap("does not read variables of a select", ['x := "a"', "select {", "case x := <-y:", USE, "}"], UNKNOWN),
    trap("reads variables of an inner block", ['x := "b"', "{", 'x := "a"', USE, "}"], A),
    trap("reads variables around an inner block", ['x := "a"', "{", 'x := "b"', "fmt.Println(x)", "}", USE], A),
    trap("does not mix the parts of a select", ['x := "a"', "select {", "case x := <-y:", "f(x)", "case <-z:", USE, "}"], A),
    trap("does not mix the parts of a switch", ['x := "a"', "switch {", "case y:", 'x := "b"', "fmt.Println(x)", "case z:", USE, "}"], A),
    trap("reads variables up to a declaration in the same block", ['x := "a"', "if y {", USE, 'x := "b"', "fmt.Println(x)", "}"], A),
    trap("reads replaced constants of Go", ["true := false", client("GenerateSecret: pulumi.Bool(true)")], { generateSecret: false }),
    trap(
        "does not read code in comments and strings",
        ['x := "a" // x = "b"', '/* x = "b" */', 'y := `\nx = "b"\n`', "fmt.Println(y)", USE],
        A,
    ),
    // Lists behind names
    trap("reads lists that are only read", ['urls := []string{"a"}', 'fmt.Println(strings.Join(urls, ","), len(urls))', URLS], {
        callbackUrls: ["a"],
    }),
    trap("does not read lists with a changed element", ['urls := []string{"a"}', 'urls[0] = "b"', URLS], NO_URLS),
    trap("does not read lists that are passed on", ['urls := []string{"a"}', "f(urls)", URLS], NO_URLS),
    trap("does not read lists with another name", ['urls := []string{"a"}', "other := urls", 'other[0] = "b"', URLS], NO_URLS),
    trap("does not read parts of lists", ['urls := []string{"a", "b"}', client("CallbackUrls: pulumi.ToStringArray(urls[1:])")], NO_URLS),
    trap("reads lists with a type", ['var urls []string = []string{"a"}', URLS], { callbackUrls: ["a"] }),
    trap("reads elements of maps", ['y := map[string]string{"k": "a"}', 'x, ok := y["k"]', USE], A),
    trap("reads lists that a loop reads", ['urls := []string{"a"}', "for _, url := range urls {", "f(url)", "}", URLS], {
        callbackUrls: ["a"],
    }),
    trap("reads lists whose name is that of a field", ['urls := []string{"a"}', "f(T{urls: nil})", URLS], { callbackUrls: ["a"] }),
    // Resources and packages
    trap(
        "reads constructions with a second result",
        [`if _, err := ${client('Name: pulumi.String("a")')}; err != nil {`, "return err", "}"],
        A,
    ),
    {
        name: "finds packages by other names and versions",
        source: [
            "package main",
            'import c "github.com/pulumi/pulumi-aws/sdk/v4/go/aws/cognito"',
            'import p "github.com/pulumi/pulumi/sdk/go/pulumi"',
            'func f(ctx *p.Context) { c.NewUserPoolClient(ctx, "web", &c.UserPoolClientArgs{Name: p.String("a")}) }',
        ].join("\n"),
        expected: [A],
    },
    {
        name: "finds packages without a prefix",
        source: [
            "package main",
            "import (",
            '. "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
            '. "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
            ")",
            'func f(ctx *Context) { NewUserPoolClient(ctx, "web", &UserPoolClientArgs{Name: String("a")}) }',
        ].join("\n"),
        expected: [A],
    },
    {
        name: "does not mix functions without a prefix with parameters",
        source: [
            "package main",
            'import . "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
            'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
            'func f(ctx *Context, String func(string) StringInput) { cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{Name: String("a")}) }',
        ].join("\n"),
        expected: [UNKNOWN],
    },
    {
        name: "ignores functions of other packages",
        source: [
            "package main",
            'import "github.com/acme/cognito"',
            'import cdk "github.com/aws/aws-cdk-go/awscdk/v2/awscognito"',
            "func NewUserPoolClient() {}",
            'func f() { cognito.NewUserPoolClient(ctx, "web", nil); cdk.NewUserPoolClient(ctx, "web", nil); NewUserPoolClient(ctx, "web", nil) }',
        ].join("\n"),
        expected: [],
    },
    file("ignores a package of a parameter", ["func f(ctx *pulumi.Context, cognito Fake) {", client(""), "}"]),
    file("ignores a package of a variable", ["func f(ctx *pulumi.Context) {", "cognito := fake()", client(""), "}"]),
    file("ignores types, methods and other functions", [
        "type NewUserPoolClient struct{}",
        "func (c T) NewUserPoolClient() {}",
        "func f() { cognito.GetUserPoolClient(ctx) }",
    ]),
    file(
        "does not take parameter types for parameters",
        ["func f(pulumi.Context, *cognito.UserPool) (cognito.UserPool, error) {", client('Name: pulumi.String("a")'), "}"],
        A,
    ),
    {
        name: "ignores files that are never built",
        source: [
            "//go:build ignore",
            "",
            "package main",
            'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
            `func f() { ${client("")} }`,
        ].join("\n"),
        expected: [],
    },
];
