import type { Trap } from "./read-inputs";

/** Makes a program of lines behind the usual imports. */
export function trap(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return { name, source: ["import pulumi", "import pulumi_aws as aws", ...lines, ""].join("\n"), expected };
}

/** A program without the usual imports. */
function bare(name: string, lines: readonly string[], ...expected: readonly object[]): Trap {
    return { name, source: lines.join("\n"), expected };
}

const USE = 'aws.cognito.UserPoolClient("web", name=x)';
const NAMES = ["a = aws.cognito.UserPoolClient", "b = a", "c = b", "d = c", "e = d"];
const UNKNOWN = { name: "?" };
const A = { name: "a" };
const NO_URLS = { callbackUrls: "?" };

/** Traps of expressions, arguments and classes. Those of names are in `python-name-traps.ts`. */
export const PYTHON_TRAPS: readonly Trap[] = [
    // Strings and other literals
    trap("joins adjacent strings", ['aws.cognito.UserPoolClient("web", name="a" \'b\' """c""")'], { name: "abc" }),
    trap("joins adjacent strings of a list", ['aws.cognito.UserPoolClient("web", callback_urls=["a" "b", "c"])'], {
        callbackUrls: ["ab", "c"],
    }),
    trap("reads raw strings", ['aws.cognito.UserPoolClient("web", name=r"a\\d")'], { name: "a\\d" }),
    trap("does not read bytes", ['aws.cognito.UserPoolClient("web", name=b"a")'], UNKNOWN),
    trap("reads escapes", [String.raw`aws.cognito.UserPoolClient("web", name="\x41\u00e9\101\n\q")`], { name: "Aé\x41\n\\q" }),
    trap("does not read names of characters", [String.raw`aws.cognito.UserPoolClient("web", name="\N{DASH}")`], UNKNOWN),
    trap("reads triple-quoted strings", ['aws.cognito.UserPoolClient("web", name="""a"b', 'c""")'], { name: 'a"b\nc' }),
    trap("reads f-strings with constants", ['x = "a"', 'aws.cognito.UserPoolClient("web", name=f"{x}-{x}{{}}")'], { name: "a-a{}" }),
    trap("does not read formatted values", ['x = "a"', 'aws.cognito.UserPoolClient("web", name=f"{x!r}")'], UNKNOWN),
    trap("does not read values with a debug sign", ['x = "a"', 'aws.cognito.UserPoolClient("web", name=f"{x=}")'], UNKNOWN),
    trap("does not read values with a width", ['x = "a"', 'aws.cognito.UserPoolClient("web", name=f"{x:\'>9}")'], UNKNOWN),
    trap("does not join outputs", ['x = pulumi.Output.from_input("a")', 'aws.cognito.UserPoolClient("web", name=f"{x}")'], UNKNOWN),
    trap("reads outputs of constants", ['aws.cognito.UserPoolClient("web", name=pulumi.Output.from_input("a"))'], A),
    trap("reads concatenated outputs", ['aws.cognito.UserPoolClient("web", name=pulumi.Output.concat("a", "b"))'], { name: "ab" }),
    trap("does not read methods of strings", ['aws.cognito.UserPoolClient("web", name="A".lower())'], UNKNOWN),
    trap("does not read formats", ['aws.cognito.UserPoolClient("web", name="%s" % x)'], UNKNOWN),
    trap(
        "reads numbers",
        ["aws.cognito.UserPoolClient('web', access_token_validity=1_0, id_token_validity=0x10, refresh_token_validity=-1)"],
        {
            accessTokenValidity: 10,
            idTokenValidity: 16,
            refreshTokenValidity: -1,
        },
    ),
    trap("does not calculate", ["aws.cognito.UserPoolClient('web', access_token_validity=60 * 24)"], { accessTokenValidity: "?" }),
    trap("does not join texts and numbers", ['aws.cognito.UserPoolClient("web", name="a" + 1)'], UNKNOWN),
    trap("reads None as unset", ['aws.cognito.UserPoolClient("web", name=None, generate_secret=True)'], { generateSecret: true }),
    // Arguments
    trap("reads the name of the resource as an argument", ['aws.cognito.UserPoolClient(resource_name="web", name="a")'], A),
    trap("reads argument classes", ['aws.cognito.UserPoolClient("web", aws.cognito.UserPoolClientArgs(name="a"))'], A),
    trap(
        "reads an argument object in a variable",
        ['x = aws.cognito.UserPoolClientArgs(name="a")', 'aws.cognito.UserPoolClient("web", x)'],
        A,
    ),
    trap("reads an argument object by name", ['aws.cognito.UserPoolClient("web", args=aws.cognito.UserPoolClientArgs(name="a"))'], A),
    trap(
        "does not read a changed argument object",
        ["x = aws.cognito.UserPoolClientArgs(name='a')", "x.name = 'b'", 'aws.cognito.UserPoolClient("web", x)'],
        {
            isOpen: true,
        },
    ),
    trap(
        "does not read an argument class of the program",
        ["def UserPoolClientArgs(**x): pass", 'aws.cognito.UserPoolClient("web", UserPoolClientArgs(name="a"))'],
        {
            isOpen: true,
        },
    ),
    trap(
        "reads options as the second argument",
        ["o = pulumi.ResourceOptions(protect=True)", 'aws.cognito.UserPoolClient("web", o, name="a")'],
        A,
    ),
    trap("reads the values of spread dictionaries", ['x = {"name": "a"}', 'aws.cognito.UserPoolClient("web", **x)'], A),
    trap("reads spread calls of dict", ['aws.cognito.UserPoolClient("web", **dict(name="a"))'], A),
    trap("does not read spread parameters", ["def f(**x):", '    aws.cognito.UserPoolClient("web", name="a", **x)'], { isOpen: true }),
    trap("does not read arguments without a name", ['aws.cognito.UserPoolClient("web", None, None, "a", name="a")'], { isOpen: true }),
    trap("does not read spread positional arguments", ["aws.cognito.UserPoolClient(*x)"], { isOpen: true }),
    trap("does not read arguments with a missing comma", ['aws.cognito.UserPoolClient("web", name="a" generate_secret=True)'], {
        isOpen: true,
    }),
    trap("does not read arguments with a missing sign", ['aws.cognito.UserPoolClient("web", name"a")'], { isOpen: true }),
    trap("does not read two arguments of one name", ['aws.cognito.UserPoolClient("web", name="a", name="b")'], { isOpen: true }),
    trap(
        "reads dictionaries as blocks",
        ['aws.cognito.UserPoolClient("web", token_validity_units={"access_token": "hours", "idToken": "days"})'],
        {
            tokenValidityUnits: { accessToken: "hours", idToken: "days" },
        },
    ),
    trap(
        "does not read blocks with computed keys",
        ['aws.cognito.UserPoolClient("web", token_validity_units={k: "hours", "id_token": "days"})'],
        {
            tokenValidityUnits: "?",
        },
    ),
    trap("does not read sets", ['aws.cognito.UserPoolClient("web", callback_urls={"a", "b"})'], NO_URLS),
    trap("reads tuples", ['aws.cognito.UserPoolClient("web", callback_urls=("a",), name=("a"))'], { callbackUrls: ["a"], name: "a" }),
    trap("reads joined lists", ['x = ["a"]', 'aws.cognito.UserPoolClient("web", callback_urls=x + ["b"])'], { callbackUrls: ["a", "b"] }),
    trap("reads the known elements of a list", ['aws.cognito.UserPoolClient("web", callback_urls=["a", f(), *g()])'], {
        callbackUrls: ["a", "?"],
    }),
    trap("does not read comprehensions", ['aws.cognito.UserPoolClient("web", callback_urls=[x for x in ["a"]])'], NO_URLS),
    trap("does not read conditions", ['aws.cognito.UserPoolClient("web", name="a" if p else "b")'], UNKNOWN),
    trap("does not read alternatives", ['aws.cognito.UserPoolClient("web", name=None or "b")'], UNKNOWN),
    trap("does not read functions", ['aws.cognito.UserPoolClient("web", name=lambda: "a", generate_secret=True)'], {
        name: "?",
        generateSecret: true,
    }),
    trap(
        "reads elements of lists and dictionaries",
        ['x = ["a"]', 'y = {"k": "b"}', 'aws.cognito.UserPoolClient("web", name=x[0], region=y["k"])'],
        {
            name: "a",
            region: "b",
        },
    ),
    trap("does not read elements from the end", ['x = ["a"]', 'aws.cognito.UserPoolClient("web", name=x[-1])'], UNKNOWN),
    trap(
        "finds classes of a package when another part of it is set",
        ['aws.config.region = "eu-west-1"', 'aws.cognito.UserPoolClient("web", name="a")'],
        A,
    ),
    trap("ignores a class that is replaced", ["aws.cognito.UserPoolClient = Fake", 'aws.cognito.UserPoolClient("web", name="a")']),
    trap("does not read names in functions with such parameters", ['x = "a"', `f(lambda y=lambda: 1, x=2: ${USE})`], UNKNOWN),
    // Classes
    bare(
        "finds classes by each import",
        [
            "import pulumi_aws",
            "import pulumi_aws.cognito as c1",
            "from pulumi_aws import cognito, cognito as c2",
            "from pulumi_aws.cognito import UserPoolClient, UserPoolClient as Client",
            "from pulumi_aws.cognito.user_pool_client import UserPoolClient as C3",
            ...[
                "pulumi_aws.cognito.UserPoolClient",
                "c1.UserPoolClient",
                "cognito.UserPoolClient",
                "c2.UserPoolClient",
                "UserPoolClient",
                "Client",
                "C3",
            ].map((name, index) => `${name}("web", name="${index}")`),
        ],
        ...[..."0123456"].map(name => ({ name })),
    ),
    bare("finds classes by an import of all names", ["from pulumi_aws.cognito import *", 'UserPoolClient("web", name="a")'], A),
    trap("finds classes by another name", ["Client = aws.cognito.UserPoolClient", 'Client("web", name="a")'], A),
    bare("ignores classes of other packages", [
        "from aws_cdk import aws_cognito as cognito",
        "import boto3",
        'cognito.UserPoolClient(self, "web", name="a")',
        'boto3.client("cognito-idp").create_user_pool_client(name="a")',
        'UserPoolClient("web", name="a")',
    ]),
    trap("ignores subclasses, mocks and get", [
        "class UserPoolClient(aws.cognito.UserPoolClient): pass",
        'UserPoolClient("web", name="a")',
        'aws.cognito.UserPoolClient.get("web", "id")',
        "class Mocks(pulumi.runtime.Mocks): pass",
    ]),
    trap(
        "does not read properties next to an object of arguments, which Pulumi ignores",
        ['aws.cognito.UserPoolClient("web", aws.cognito.UserPoolClientArgs(name="a"), generate_secret=True)'],
        { name: "a", generateSecret: "?" },
    ),
    trap("reads properties next to merged options", ['aws.cognito.UserPoolClient("web", pulumi.ResourceOptions.merge(x, y), name="a")'], A),
    trap("does not read circular names as options", ["x = y", "y = x", 'aws.cognito.UserPoolClient("web", x)'], { isOpen: true }),
    bare("ignores classes of other packages with a module of that name", [
        "import pulumi_gcp as aws",
        "from cloud import cognito",
        'aws.cognito.UserPoolClient("web")',
        'cognito.UserPoolClient("web")',
    ]),
    bare("ignores classes that one of two imports of all names provides", [
        "from pulumi_aws.cognito import *",
        "from y import *",
        'UserPoolClient("web")',
    ]),
    trap("ignores calls of a resource", ['x = aws.cognito.UserPoolClient("web", name="a")', 'x("b")'], A),
    trap("finds classes by five other names", [...NAMES, 'e("web", name="a")'], A),
    trap("does not find classes by six other names", [...NAMES, "f = e", 'f("web", name="a")']),
    trap("ignores classes of a parameter", ["def f(aws):", '    aws.cognito.UserPoolClient("web", name="a")']),
    trap("ignores classes of a reassigned package", ["aws = fake()", 'aws.cognito.UserPoolClient("web", name="a")']),
    trap("ignores classes under an import that may fail", [
        "try:",
        "    import fake as aws",
        "except ImportError: pass",
        'aws.cognito.UserPoolClient("web")',
    ]),
    trap("ignores a class of another module", ['aws.ec2.UserPoolClient("web", name="a")', 'aws.cognito.userPoolClient("web")']),
    trap(
        "reads constructions in functions, loops and values",
        ["def f():", '    for y in z: w.append(aws.cognito.UserPoolClient(f"web-{y}", name="a"))', "    return 1"],
        A,
    ),
];
