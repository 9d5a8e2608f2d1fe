import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    BUILT_IN_PROVIDERS,
    correctProvider,
    isBuiltInProvider,
    joinedProviders,
    providerDefect,
} from "../../src/cognito/identity-providers";

const MISSPELLED = {
    COGNITO: [
        "cognito",
        "Cognito",
        "Cognito user pool",
        "CognitoUserPools",
        "cognito_user_pool",
        "Amazon Cognito",
        "AWSCognito",
        "COGNITO,",
        '"COGNITO"',
    ],
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

describe("isBuiltInProvider", () => {
    it("accepts the exact names alone", () => {
        assert.ok(BUILT_IN_PROVIDERS.every(isBuiltInProvider));
        for (const name of ["cognito", "Okta", ""]) assert.equal(isBuiltInProvider(name), false);
    });
});

describe("joinedProviders", () => {
    for (const [name, providers] of [
        ["COGNITO,Google", ["COGNITO", "Google"]],
        ["COGNITO, Okta Workforce ,Google", ["COGNITO", "Okta Workforce", "Google"]],
        ["COGNITO;Okta", ["COGNITO", "Okta"]],
        ["Okta|google", ["Okta", "google"]],
        ["COGNITO Google", ["COGNITO", "Google"]],
        ["cognito facebook", ["cognito", "facebook"]],
        ["COGNITO/Google", ["COGNITO", "Google"]],
        ["Apple and Google", ["Apple", "Google"]],
        ["COGNITO Google, Okta", ["COGNITO", "Google", "Okta"]],
        ["Login with Amazon, Google", ["Login with Amazon", "Google"]],
        ["Amazon,Cognito", ["Amazon", "Cognito"]],
        ['["COGNITO","Google"]', ["COGNITO", "Google"]],
        ["Okta\nAzure AD", ["Okta", "Azure AD"]],
        ["acme-corporate-directory,acme-partners", ["acme-corporate-directory", "acme-partners"]],
    ] as const) {
        it(`splits ${JSON.stringify(name)}`, () => assert.deepEqual(joinedProviders(name), providers));
    }

    for (const name of [
        ...BUILT_IN_PROVIDERS,
        "",
        ",",
        "COGNITO,",
        "Azure AD",
        "Okta, Inc.",
        "Okta,Azure",
        "a/b",
        "Google Workspace",
        "Sign in with Apple",
        "Amazon Cognito",
        "Acme\tSSO",
        `Okta,${"x".repeat(33)}`,
        "Okta\u200b,Azure",
    ]) {
        it(`does not split ${JSON.stringify(name)}`, () => assert.equal(joinedProviders(name), undefined));
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
