import { isVisibleOrSpace } from "../util/characters";

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

/** Returns the built-in provider that a misspelled name stands for: "Apple", "Login with Amazon". */
export function correctProvider(name: string): string | undefined {
    if (BUILT_IN_PROVIDERS.includes(name)) return undefined;
    const brand = name
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
