import type { Trap } from "./read-inputs";

const IMPORTS = [
    "import com.pulumi.Context;",
    "import com.pulumi.Pulumi;",
    "import com.pulumi.core.Output;",
    "import com.pulumi.aws.cognito.UserPool;",
    "import com.pulumi.aws.cognito.UserPoolClient;",
    "import com.pulumi.aws.cognito.UserPoolClientArgs;",
    "import com.pulumi.aws.cognito.inputs.*;",
    "import java.util.List;",
];

/** Makes a program of statements in a method. */
function trap(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return file(name, ["public class App {", "static void stack(Context ctx) {", ...lines, "}", "}"], ...expected);
}

/** Makes a program of declarations behind the usual imports. */
function file(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return { name, source: ["package app;", ...IMPORTS, ...lines, ""].join("\n"), expected };
}

function client(setters: string): string {
    return `new UserPoolClient("web", UserPoolClientArgs.builder()${setters}.build());`;
}

/** A class with a method that makes a client. */
function withMethod(fields: readonly string[], use = USE, head = "class App"): string[] {
    return [`${head} {`, ...fields, "void make() {", use, "}", "}"];
}

const USE = client(".name(x)");
const URLS = client(".callbackUrls(urls)");
const UNKNOWN = { name: "?" };
const A = { name: "a" };
const NO_URLS = { callbackUrls: "?" };

export const JAVA_TRAPS: readonly Trap[] = [
    // Values
    trap("reads builders", [client('.name("a").generateSecret(true).accessTokenValidity(60).refreshTokenValidity(-1)')], {
        name: "a",
        generateSecret: true,
        accessTokenValidity: 60,
        refreshTokenValidity: -1,
    }),
    trap("reads lists of one and more elements", [client('.callbackUrls("a").logoutUrls("b", "c").allowedOauthScopes(List.of("d"))')], {
        callbackUrls: ["a"],
        logoutUrls: ["b", "c"],
        allowedOauthScopes: ["d"],
    }),
    trap("reads arrays", [client('.callbackUrls(new String[] { "a", "b" })')], { callbackUrls: ["a", "b"] }),
    trap("does not read lists of an unknown kind", [client(".callbackUrls(f()).logoutUrls(y)")], { callbackUrls: "?", logoutUrls: "?" }),
    trap("reads texts and lists in variables", ['var x = "a";', 'var y = List.of("b");', client(".callbackUrls(x).logoutUrls(y)")], {
        callbackUrls: ["a"],
        logoutUrls: ["b"],
    }),
    trap("reads lists of lists in arrays", ['String[] y = {"b", "c"};', client(".callbackUrls(List.of(y))")], { callbackUrls: ["b", "c"] }),
    trap("does not read lists of an unknown element", [client(".callbackUrls(List.of(f()))")], NO_URLS),
    trap("reads blocks", [client('.tokenValidityUnits(UserPoolClientTokenValidityUnitsArgs.builder().accessToken("hours").build())')], {
        tokenValidityUnits: { accessToken: "hours" },
    }),
    trap("reads outputs and secrets", [client('.name(Output.of("a")).region(Output.ofSecret("b"))')], { name: "a", region: "b" }),
    trap("does not join outputs", ['var x = Output.of("a");', client('.name("b" + x)')], UNKNOWN),
    trap("reads joined texts and numbers", [client('.name("a" + "b" + 1)')], { name: "ab1" }),
    trap("does not read added numbers", [client('.name(1 + 2 + "a")')], UNKNOWN),
    trap("does not join characters", [client(`.name("a" + 'b')`)], UNKNOWN),
    trap("reads escapes", [client(String.raw`.name("\u00e9\101\t\\")`)], { name: "éA\t\\" }),
    trap("reads text blocks", [client('.name("""\n        a\n          b\\\n        c""")')], { name: "a\n  bc" }),
    trap("does not read conditions", [client('.name(y ? "a" : "b").generateSecret(!z)')], { name: "?", generateSecret: "?" }),
    trap("does not read switches", [client('.name(switch (y) { case 1 -> "a"; default -> "b"; })')], UNKNOWN),
    trap("does not read casts", [client('.name((String) "a")')], UNKNOWN),
    trap("does not read calls", [client('.name("A".toLowerCase()).region(String.format("a"))')], { name: "?", region: "?" }),
    trap("does not calculate", [client(".accessTokenValidity(60 * 24).idTokenValidity(1L).refreshTokenValidity(010)")], {
        accessTokenValidity: "?",
        idTokenValidity: 1,
        refreshTokenValidity: "?",
    }),
    trap("reads null as unset", [client('.name(null).region("a")')], { region: "a" }),
    trap("reads the last call of a setter", [client('.name("b").name("a")')], A),
    trap("does not read setters with a missing dot", [client('.name("a")region("b")')], { isOpen: true }),
    trap("does not read arguments with a missing comma", ['new UserPoolClient("web" UserPoolClientArgs.builder().name("a").build());'], {
        isOpen: true,
    }),
    trap("does not read builders that are not finished", ['new UserPoolClient("web", UserPoolClientArgs.builder().name("a"));'], {
        isOpen: true,
    }),
    trap(
        "does not read builders in a variable",
        ["var b = UserPoolClientArgs.builder();", 'b.name("a");', 'new UserPoolClient("web", b.build());'],
        { isOpen: true },
    ),
    trap(
        "reads builders with defaults",
        [
            'var x = UserPoolClientArgs.builder().name("b").region("c").build();',
            'new UserPoolClient("web", UserPoolClientArgs.builder(x).name("a").build());',
        ],
        {
            name: "a",
            region: "c",
        },
    ),
    trap("reads no arguments", ['new UserPoolClient("web");', 'new UserPoolClient("web", UserPoolClientArgs.Empty);'], {}, {}),
    // Names
    trap("reads variables", ['String x = "a";', USE], A),
    trap("reads final variables", ['final var x = "a";', USE], A),
    trap("does not read variables of a type that converts them", ["double x = 5;", client('.name("a" + x)')], UNKNOWN),
    trap("does not read reassigned variables", ['String x = "a";', 'x = "b";', USE], UNKNOWN),
    trap("does not read variables that are assigned later", ['String x = "a";', USE, 'x += "b";'], UNKNOWN),
    trap("does not read variables that are assigned in an expression", ['String x = "a";', 'f(x = "b");', USE], UNKNOWN),
    trap("does not read variables that a loop changes", ["int x = 1;", "while (y) { x++; }", client(".accessTokenValidity(x)")], {
        accessTokenValidity: "?",
    }),
    trap("does not read declarations of several variables", ['String x = "a", y = "b";', USE], UNKNOWN),
    trap("does not read the other variables of a declaration", ['String y = "b", x = "a";', USE], UNKNOWN),
    trap("does not read variables without a value", ["String x;", 'if (y) x = "a";', USE], UNKNOWN),
    trap("does not read parameters of lambdas", ['String x = "a";', `f(x -> { ${USE} });`], UNKNOWN),
    trap("does not read parameters of short lambdas", [`f((x, y) -> ${USE.slice(0, -1)});`], UNKNOWN),
    trap("does not read loop variables", ["for (String x : xs) {", USE, "}"], UNKNOWN),
    trap("does not read variables of catch", ["try { f(); } catch (E x) {", USE, "}"], UNKNOWN),
    trap("does not read variables of patterns", ["if (y instanceof String x) {", USE, "}"], UNKNOWN),
    trap("does not read variables of a switch", ["switch (y) { case String x -> {", USE, "} }"], UNKNOWN),
    file("does not read parameters", ["class App {", 'static final String x = "a";', "void make(String x) {", USE, "}", "}"], UNKNOWN),
    file("does not mix the variables of methods", ["class App {", 'void f() { String x = "b"; }', "void make() {", USE, "}", "}"], UNKNOWN),
    file(
        "reads variables up to the end of their block",
        ["class App {", 'static final String x = "a";', "void make() {", '{ String x = "b"; }', USE, "}", "}"],
        A,
    ),
    trap("does not read code in comments and strings", ['String x = "a"; // x = "b";', '/* x = "b"; */', 'f("x = \\"b\\";");', USE], A),
    trap("does not read variables that an array assigns", ['String x = "a";', 'String[] y = { x = "b" };', USE], UNKNOWN),
    trap("does not read variables that a condition assigns", ['String x = "a";', 'f(y ? x = "b" : "c");', USE], UNKNOWN),
    trap("does not read variables that are assigned in parentheses", ['String x = "a";', '(x) = "b";', USE], UNKNOWN),
    // Fields
    file("reads constants", withMethod(['private static final String x = "a";']), A),
    file("reads private fields", withMethod(['private String x = "a";']), A),
    file("reads fields of this", withMethod(['private final String x = "a";'], client(".name(this.x)")), A),
    file("does not read fields that other classes can set", withMethod(['String x = "a";']), UNKNOWN),
    file("does not read fields that are set", withMethod(['private String x = "a";', 'void set() { this.x = "b"; }']), UNKNOWN),
    file("does not read fields that are set without this", withMethod(['private String x = "a";', 'void set() { x = "b"; }']), UNKNOWN),
    file(
        "does not read fields that are set through another object",
        withMethod(['private String x = "a";', 'void set(App o) { o.x = "b"; }']),
        UNKNOWN,
    ),
    file("reads fields that the constructor sets", withMethod(["private final String x;", 'App() { this.x = "a"; }']), A),
    file(
        "does not read fields that two constructors set",
        withMethod(["private final String x;", 'App() { this.x = "a"; }', 'App(int y) { this.x = "b"; }']),
        UNKNOWN,
    ),
    file(
        "does not read fields that are set next to a method with a parameter of that name",
        withMethod(['private String x = "a";', "void f(String x) throws E { }", 'void set() { x = "b"; }'], client(".name(this.x)")),
        UNKNOWN,
    ),
    file("does not read fields that a parameter sets", withMethod(["private final String x;", "App(String x) { this.x = x; }"]), UNKNOWN),
    file(
        "reads constants of another class",
        ["class Names {", 'static final String X = "a";', "}", ...withMethod([], client(".name(Names.X)"))],
        A,
    ),
    file(
        "does not read fields that an anonymous class may inherit",
        ["class App {", 'void make() { String x = "a"; new Base() { void f() {', USE, "} }; }", "}"],
        UNKNOWN,
    ),
    trap(
        "does not read an array that an anonymous class changes",
        ['String[] urls = {"a"};', 'var other = new Base() { void f() { urls[0] = "b"; } };', URLS],
        NO_URLS,
    ),
    file(
        "does not read a name that two nested classes of one name have",
        [
            "class App {",
            'static class One { static class Shared { static final String x = "a"; } }',
            'static class Two { static class Shared { static final String x = "b"; } }',
            `void make() { ${client(".name(Shared.x)")} }`,
            "}",
        ],
        UNKNOWN,
    ),
    file(
        "does not read fields that a nested class may inherit",
        ["class App {", 'static final String x = "a";', "static class Inner extends Base {", "void make() {", USE, "}", "}", "}"],
        UNKNOWN,
    ),
    file(
        "reads fields of a class with a base",
        withMethod(['private static final String x = "a";'], USE, "class App extends ComponentResource"),
        A,
    ),
    file(
        "does not read fields that are set through a call",
        withMethod(['private String x = "a";', 'void set() { other().x = "b"; }']),
        UNKNOWN,
    ),
    file("does not read arrays that other files can change", withMethod(['static final String[] urls = {"a", "b"};'], URLS), NO_URLS),
    file(
        "does not read arrays of a constructor that other files can change",
        withMethod(["final String[] urls;", 'App() { urls = new String[] {"a"}; }'], URLS),
        NO_URLS,
    ),
    file("reads private arrays", withMethod(['private static final String[] urls = {"a", "b"};'], URLS), { callbackUrls: ["a", "b"] }),
    file(
        "does not read fields that are set in a nested class",
        ["class App {", 'private String x = "a";', 'class Inner { void set() { x = "b"; } }', "void make() {", USE, "} }"],
        UNKNOWN,
    ),
    // Lists behind names
    trap("reads lists that are only read", ['List<String> urls = List.of("a", "b");', 'f(String.join(",", urls), urls.size());', URLS], {
        callbackUrls: ["a", "b"],
    }),
    trap("does not read lists that are passed on", ['List<String> urls = List.of("a", "b");', "f(urls);", URLS], NO_URLS),
    trap("does not read arrays with a changed element", ['String[] urls = {"a", "b"};', 'urls[0] = "c";', URLS], NO_URLS),
    trap("does not read lists that are not literals", ["var urls = new ArrayList<String>();", 'urls.add("a");', URLS], NO_URLS),
    // Classes
    trap(
        "finds classes by their full names",
        ['new com.pulumi.aws.cognito.UserPoolClient("web", com.pulumi.aws.cognito.UserPoolClientArgs.builder().name("a").build());'],
        A,
    ),
    {
        name: "finds classes of packages",
        source: ["import com.pulumi.aws.cognito.*;", "class A { void f() {", client('.name("a")'), "} }"].join("\n"),
        expected: [A],
    },
    {
        name: "ignores classes of other packages",
        source: ["import software.amazon.awscdk.services.cognito.*;", "class A { void f() {", client(""), "} }"].join("\n"),
        expected: [],
    },
    file("ignores classes of the file", ["class UserPoolClient {}", ...withMethod([], client(""))]),
    file("does not read arguments of another class", ["class UserPoolClientArgs {}", ...withMethod([], client('.name("a")'))], {
        isOpen: true,
    }),
    trap("ignores get, references and types", [
        'UserPoolClient.get("web", Output.of("id"), null, null);',
        "List<UserPoolClient> clients = f(UserPoolClient.class);",
    ]),
    trap(
        "reads constructions in lambdas and methods",
        [`xs.forEach(y -> ${client('.name("a")').slice(0, -1)});`, `return ${client('.name("a")')}`],
        A,
        A,
    ),
];
