import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BUILT_IN_PROVIDERS, correctProvider, providerDefect } from "../../src/cognito/identity-providers";

const MISSPELLED = {
    COGNITO: ["cognito", "Cognito", "Cognito user pool", "CognitoUserPools", "cognito_user_pool", "Amazon Cognito", "AWSCognito"],
    Facebook: ["facebook", "FACEBOOK", "FaceBook", "SignInWithFacebook", "Login with Facebook"],
    Google: ["google", "GOOGLE", "SignInWithGoogle", "LoginWithGoogle", "sign-in-with-google", "LoginGoogle", "sign in google", "Google "],
    SignInWithApple: ["signInWithApple", "SigninWithApple", "Apple", "apple", "LoginWithApple", "Sign in with Apple"],
    LoginWithAmazon: ["loginWithAmazon", "LogInWithAmazon", "Amazon", "SignInWithAmazon", "Login with Amazon", "login_with_amazon"],
};

describe("correctProvider", () => {
    for (const [provider, names] of Object.entries(MISSPELLED)) {
        for (const name of names) it(`corrects "${name}" to ${provider}`, () => assert.equal(correctProvider(name), provider));
    }

    for (const name of [
        ...BUILT_IN_PROVIDERS,
        "",
        "GoogleWorkspace",
        "CorporateGoogle",
        "Google2",
        "AppleBusinessManager",
        "AppleSignIn",
        "AmazonInternal",
        "MyCognito",
        "CognitoUserPoolOfPartner",
        "Okta",
        "SignInWith",
        "constructor",
    ]) {
        it(`does not correct "${name}"`, () => assert.equal(correctProvider(name), undefined));
    }
});

describe("providerDefect", () => {
    for (const name of [
        ...BUILT_IN_PROVIDERS,
        "o",
        "o".repeat(32),
        "🔑".repeat(32),
        "Ökta-1_2.3@acme",
        "Azure AD",
        " ",
        "A\u00a0B",
        "A\u2028B",
    ]) {
        it(`accepts "${name}"`, () => assert.equal(providerDefect(name), undefined));
    }

    for (const [name, defect] of [
        ["", "length"],
        ["o".repeat(33), "length"],
        ["🔑".repeat(33), "length"],
        [" ".repeat(33), "length"],
        ["Acme\tSSO", "characters"],
        ["Okta\n", "characters"],
        ["Okta\u200b", "characters"],
        ["Okta\u0000", "characters"],
        ["Okta\u0378", "characters"],
        ["Okta\ue000", "characters"],
        ["Okta\ud83d", "characters"],
        ["\n".repeat(33), "characters"],
    ] as const) {
        it(`rejects ${JSON.stringify(name)} for its ${defect}`, () => assert.equal(providerDefect(name), defect));
    }
});
