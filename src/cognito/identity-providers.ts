import { isVisibleOrSpace } from "../util/characters";
import { splitJoined, trimAll } from "../util/split-joined";

/**
 * The built-in identity providers by brand. SAML and OIDC providers have names that their owners choose.
 * Source: SupportedIdentityProviders in the API reference.
 */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
    ["amazon", "LoginWithAmazon"],
    ["apple", "SignInWithApple"],
    ["cognito", "COGNITO"],
    ["facebook", "Facebook"],
    ["google", "Google"],
]);

export const BUILT_IN_PROVIDERS: readonly string[] = [...BUILT_IN.values()];

/** Whether a name is that of a built-in provider. */
export function isBuiltInProvider(name: string): boolean {
    return BUILT_IN_PROVIDERS.includes(name);
}

/** Returns the built-in provider that a misspelled name stands for: "Apple", "Login with Amazon". */
export function correctProvider(name: string): string | undefined {
    if (isBuiltInProvider(name)) return undefined;
    const brand = trimAll(name, /[,;"'[\]]/)
        .toLowerCase()
        .replace(/[\s_-]/g, "")
        .replace(/^(sign|log)in(with)?/, "")
        .replace(/(amazon|aws)?cognito(userpools?)?/, "cognito");
    return BUILT_IN.get(brand);
}

/** Why Cognito rejects a name of a provider. */
export type ProviderDefect = "characters" | "length";

export const MAX_PROVIDER_NAME = 32;

/**
 * Returns why Cognito rejects a name; undefined if it does not. A name has 1 to 32 characters, and spaces are among them.
 * Source: ProviderNameType in the API model, whose lengths count code points (Smithy's length trait).
 */
export function providerDefect(name: string): ProviderDefect | undefined {
    if (!isVisibleOrSpace(name)) return "characters";
    const { length } = [...name];
    return length < 1 || length > MAX_PROVIDER_NAME ? "length" : undefined;
}

/**
 * Returns the providers in an element that is certainly not one name, such as `COGNITO,Google`. A name may have spaces and punctuation:
 * of parts between commas, one must be a built-in provider unless Cognito rejects the whole; of parts between spaces, all must be.
 */
export function joinedProviders(name: string): string[] | undefined {
    if (correctProvider(name)) return undefined;
    const words = splitJoined(name, /(?:[\s,;|/&+]|\band\b)+/i);
    if (words.length > 1 && words.every(isBuiltIn)) return words;
    const parts = splitJoined(name, /[,;|\n\r]+/);
    if (parts.length < 2) return undefined;
    const names = parts.flatMap(part => joinedProviders(part) ?? [part]);
    const areNames = names.every(part => providerDefect(part) === undefined);
    return areNames && (names.some(isBuiltIn) || providerDefect(name)) ? names : undefined;
}

/** Whether a name is that of a built-in provider, or a misspelling of it. */
function isBuiltIn(name: string): boolean {
    return isBuiltInProvider(name) || correctProvider(name) !== undefined;
}
