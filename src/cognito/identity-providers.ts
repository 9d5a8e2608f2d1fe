/** The providers that Cognito names itself, by the brand that people know; a SAML or OIDC provider has the name that its owner gave it. */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
    ["amazon", "LoginWithAmazon"],
    ["apple", "SignInWithApple"],
    ["cognito", "COGNITO"],
    ["facebook", "Facebook"],
    ["google", "Google"],
]);

export const BUILT_IN_PROVIDERS: readonly string[] = [...BUILT_IN.values()];

/** The built-in provider that a name stands for in all but its spelling, as "Apple" and "Login with Amazon" do. */
export function misspeltProvider(name: string): string | undefined {
    if (BUILT_IN_PROVIDERS.includes(name)) return undefined;
    const brand = name
        .toLowerCase()
        .replace(/[\s_-]/g, "")
        .replace(/^(sign|log)in(with)?/, "")
        .replace(/(amazon|aws)?cognito(userpools?)?/, "cognito");
    return BUILT_IN.get(brand);
}

/** Why no provider can have a name: white space or characters that cannot be seen, or too short or long. */
export type ProviderDefect = "characters" | "length";

export function providerDefect(name: string): ProviderDefect | undefined {
    if (/[\s\p{Cc}\p{Cf}]/u.test(name)) return "characters";
    const { length } = [...name];
    return length < 1 || length > 32 ? "length" : undefined;
}
