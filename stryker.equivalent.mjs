/**
 * What mutation testing leaves out, by the code and why: changed there, the program does the same, or does it where no test of
 * this process looks. Whatever is not in this list has a test.
 */
const EQUIVALENT = {
    "a fix runs only where its rule found something in the list, so that the default is for the compiler": [
        "allowedOauthFlows = []",
        "allowedOauthScopes = []",
        "explicitAuthFlows = []",
        "writeAttributes = []",
    ],
    "what stands in for nothing is no more like what it is compared with than nothing is": [
        'authority = ""',
        String.raw`/^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))(?:\/\/([^/?#]*))?/i.exec(text.trim()) ?? []`,
        'client.userPoolId ?? ""',
        'customName(attribute) ?? ""',
        'hostOf(url) ?? ""',
        'parseArn(arn)?.resource ?? ""',
        "pool.schemas ?? []",
        'providerName = ""',
        "resource.propertyDependencies.userPoolId ?? []",
        "scopes = []",
    ],
    "undefined is neither smaller nor greater than a number: the comparison is for the compiler": [
        "seconds !== undefined",
        "seconds !== undefined && refresh !== undefined",
    ],
    "it is always there, which the compiler does not know": [
        "character.codePointAt(0)?.toString",
        'first = ""',
        "match(SPACE, text, at)?.length",
        'option = ""',
        "optionsOf(rule)[option]?.description",
        "rotation?.feature",
        "url.scheme?.includes",
        "urns.get(key(finding))?.size",
    ],
    "it saves time and changes no verdict": [
        "1024 * 1024",
        "DEFAULTS.set(rule, defaults);",
        "VIEWS.set(kinds, View);",
        "exempt.length === 0",
        "if (known) return known;",
        "if (!rule.fix) return undefined;",
        "{ highWaterMark: CHUNK }",
    ],
    "whoever asks takes undefined for false": ["{ return false; }"],
    "a type asks for it, and nothing calls or reads it": ["value => value", 'critical: "9.5"'],
    "what it says is true of all that comes there: of the names of the rules, and of names with the prefix once": [
        "/^(valid|match)-/",
        "/^ALLOW_/",
    ],
    "JSON.parse takes bytes too": ['readFileSync(join(__dirname, "../../package.json"), "utf8")'],
    "only what is equal gets there, and a sort leaves that in its order": ["at < 0"],
    "it is the smallest rank either way": ['["mandatory", "advisory"]'],
    "the keys differ there": ["a[at] as string < (b[at] as string)"],
    "both sides are changed alike": ["url.trim().toLowerCase()"],
    "only a comma of a list is counted, and a name is set anew before it is read": ['typeof inner?.at === "number"'],
    "a text of half a gigabyte would be needed": ["size > MOST_BYTES"],
    "a test in another process fills the disk": ["await rm(temporary);"],
};

/** The texts that docs/rules.md and README.md hold word for word, and a test those; there are so many that they would take half of the time. */
const DOCUMENTED = new Set(["name", "level", "severity", "description", "remediation", "url"]);

const REASONS = new Map(Object.entries(EQUIVALENT).flatMap(([why, codes]) => codes.map(code => [code, why])));
const LONGEST = Math.max(...[...REASONS.keys()].map(code => code.length));

function isDocumented(path) {
    const { key, value } = path.node;
    if (value?.type !== "StringLiteral" || !DOCUMENTED.has(key.name)) return false;
    return path.findParent(({ node }) => /^define(Stack)?Rule$/.test(node.callee?.name)) !== null;
}

export const strykerPlugins = [
    {
        kind: "Ignore",
        name: "equivalent",
        value: {
            shouldIgnore(path) {
                const { type, start, end } = path.node;
                if (type === "ObjectProperty" && isDocumented(path)) return "the documents hold it word for word";
                if (/^(TS|TemplateElement)/.test(type) || end - start > 2 * LONGEST) return undefined; // what is none of them is not printed
                return REASONS.get(path.toString().replace(/\s+/g, " "));
            },
        },
    },
];
