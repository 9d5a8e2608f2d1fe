/** Code in which no mutant can be detected, by the reason. A test fails if no code matches an entry. */
export const EQUIVALENT = {
    "the default satisfies the compiler: a fix only runs if its rule found something in the list": [
        "allowedOauthFlows = []",
        "allowedOauthScopes = []",
        "explicitAuthFlows = []",
        "writeAttributes = []",
    ],
    "the default and the mutated default both compare as different": [
        'authority = ""',
        'client.userPoolId ?? ""',
        'customName(attribute) ?? ""',
        'hostOf(url) ?? ""',
        'parseArn(arn)?.resource ?? ""',
        'providerName = ""',
    ],
    "the comparison satisfies the compiler: comparing undefined with a number is false": ["seconds !== undefined"],
    "the value is always defined, which the compiler does not know": ["character.codePointAt(0)?.toString", "rotation?.feature"],
    "it saves time and does not change the result": [
        "1024 * 1024",
        "DEFAULTS.set(rule, defaults);",
        'PRINTABLE_ASCII.test(text) && !text.includes(" ")',
        "VIEWS.set(schema, View);",
        "elements.length > 1",
        "entries.length === 0",
        "exempt.length === 0",
        "PRINTABLE_ASCII.test(text)",
        "if (cached) return cached;",
        "if (!rule.fix) return undefined;",
        "known !== undefined",
        String.raw`text.includes("\\")`,
        "{ highWaterMark: CHUNK_SIZE }",
    ],
    "undefined has the same effect as false": ["{ return false; }"],
    "a type requires it, and nothing uses it": ["value => value", 'critical: "9.5"'],
    "every value that reaches it matches": ["/^ALLOW_/"],
    "JSON.parse accepts bytes too": ['readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8")'],
    "it is the lowest rank in both cases": ['["mandatory", "advisory"]'],
    "both sides change in the same way": ["url.trim().toLowerCase()"],
};

/** Metadata of rules that the generated pages contain word for word, which a test compares. Without this, its mutants would take half of the time. */
const DOCUMENTED = new Set([
    "name",
    "title",
    "category",
    "level",
    "severity",
    "description",
    "remediation",
    "url",
    "standards",
    "docs",
    "examples",
]);

const reasons = new Map(Object.entries(EQUIVALENT).flatMap(([reason, codes]) => codes.map(code => [code, reason])));
const maxLength = Math.max(...[...reasons.keys()].map(code => code.length));

function isDocumented({ type, key }, parent) {
    return type === "ObjectProperty" && DOCUMENTED.has(key.name) && parent?.parent.callee?.name === "defineRule";
}

function shouldIgnore(path) {
    const { type, start, end } = path.node;
    if (isDocumented(path.node, path.parentPath)) return "the generated pages contain it word for word";
    if (/^(TS|TemplateElement)/.test(type) || end - start > 2 * maxLength) return undefined; // printing them is slow, and none matches
    const code = path.toString().replace(/\s+/g, " ");
    return reasons.get(code);
}

export const strykerPlugins = [{ kind: "Ignore", name: "equivalent", value: { shouldIgnore } }];
