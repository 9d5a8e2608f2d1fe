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

function isDocumented({ type, key }, parent) {
    return type === "ObjectProperty" && DOCUMENTED.has(key.name) && parent?.parent.callee?.name === "defineRule";
}

function shouldIgnore({ node, parentPath }) {
    return isDocumented(node, parentPath) ? "the generated pages contain it word for word" : undefined;
}

export const strykerPlugins = [{ kind: "Ignore", name: "documented", value: { shouldIgnore } }];
