import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BUILT_IN_PROVIDERS, misspeltProvider } from "../../src/cognito/identity-providers";

const MISSPELT = {
    COGNITO: ["cognito", "Cognito", "Cognito user pool", "CognitoUserPools", "cognito_user_pool", "Amazon Cognito", "AWSCognito"],
    Facebook: ["facebook", "FACEBOOK", "FaceBook", "SignInWithFacebook", "Login with Facebook"],
    Google: ["google", "GOOGLE", "SignInWithGoogle", "LoginWithGoogle", "sign-in-with-google", "LoginGoogle", "sign in google", "Google "],
    SignInWithApple: ["signInWithApple", "SigninWithApple", "Apple", "apple", "LoginWithApple", "Sign in with Apple"],
    LoginWithAmazon: ["loginWithAmazon", "LogInWithAmazon", "Amazon", "SignInWithAmazon", "Login with Amazon", "login_with_amazon"],
};

describe("misspeltProvider", () => {
    for (const [meant, names] of Object.entries(MISSPELT)) {
        for (const name of names) it(`takes "${name}" for ${meant}`, () => assert.equal(misspeltProvider(name), meant));
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
        it(`leaves "${name}" alone`, () => assert.equal(misspeltProvider(name), undefined));
    }
});
