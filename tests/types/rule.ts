// Checked by the compiler alone: a line after @ts-expect-error that compiles is an error.
import { type Check, type Context, defineRule } from "../../src/core/rule";
import { METADATA } from "../support/metadata";

declare const context: Context<{ readonly max: number }>;
const metadata = { ...METADATA, name: "my-rule" };
const { category, ...metadataWithoutCategory } = metadata;

export function reports({ report }: typeof context): void {
    report("callbackUrls", "is set.");
    report("tokenValidityUnits.accessToken", "is set.");
    report("analyticsConfiguration", "is set.");
    // @ts-expect-error: a misspelled property
    report("callbackUrl", category);
    // @ts-expect-error: a misspelled member
    report("tokenValidityUnits.acessToken", "is set.");
    // @ts-expect-error: a list has no members
    report("callbackUrls.length", "is set.");
    // @ts-expect-error: a member without its block
    report("accessToken", "is set.");
    // @ts-expect-error: a property of the pool
    report("pool", "is set.");
}

export const clientRule = defineRule({ ...metadata, checks: [], fix: ({ name }) => ({ name }) });
export const stackRule = defineRule({ ...metadata, scope: "stack", checks: [(_client, { pool }) => pool.name] });

// @ts-expect-error: a stack rule has no fix
export const stackRuleWithFix = defineRule({ ...metadata, scope: "stack", checks: [], fix: () => ({}) });
// @ts-expect-error: the only scope is "stack"
export const ruleWithWrongScope = defineRule({ ...metadata, scope: "client", checks: [] });
// @ts-expect-error: category is missing
export const ruleWithoutCategory = defineRule({ ...metadataWithoutCategory, checks: [] });
// @ts-expect-error: without scope "stack", a check does not get the pool
export const ruleWithoutScope = defineRule({ ...metadata, checks: [(_client, { pool }) => pool.name] });
// @ts-expect-error: the client has no such property
export const ruleWithMisspelledProperty = defineRule({ ...metadata, checks: [({ callbackUrl }) => callbackUrl] });
// @ts-expect-error: a fix sets properties of the client
export const ruleWithMisspelledFix = defineRule({ ...metadata, checks: [], fix: () => ({ callbackUrl: "" }) });
// @ts-expect-error: a fix sets values of the property's type
export const ruleWithWrongFix = defineRule({ ...metadata, checks: [], fix: () => ({ callbackUrls: "" }) });

export const ruleWithOptions = defineRule({
    ...metadata,
    options: { max: { type: "integer", default: 3, description: "Maximum length of a name." } },
    checks: [
        ({ name = "" }, { options, report }) => {
            if (name.length > options.max) report("name", "is too long.");
        },
        // @ts-expect-error: the rule has no such option
        ({ name = "" }, { options }) => name.length > options.maximum,
        // @ts-expect-error: the option is a number
        ({ name = "" }, { options }) => name.startsWith(options.max),
    ],
    fix: ({ name = "" }, { max }) => ({ name: name.slice(0, max) }),
});

// @ts-expect-error: an option needs a description
export const ruleWithoutDescription = defineRule({ ...metadata, options: { max: { type: "integer", default: 3 } }, checks: [] });

export const check: Check = ({ callbackUrls }, { filter, report }) => {
    const urls: string[] = filter(callbackUrls, url => url.startsWith("http:"));
    // @ts-expect-error: an element of callbackUrls is a string
    filter(callbackUrls, url => url > 5);
    report("callbackUrls", `has ${urls}.`);
};
