/**
 * The properties that are lists, whose methods in Java accept one element as well as several: `.callbackUrls("https://...")`.
 * A test compares them with the types of @pulumi/aws.
 */
export const LISTS: ReadonlySet<string> = new Set(
    (
        "accountRecoverySettings actions aliasAttributes allowedOauthFlows allowedOauthScopes alpnPolicies attributesRequireVerificationBeforeUpdates " +
        "autoVerifiedAttributes callbackUrls conditions defaultActions explicitAuthFlows idpIdentifiers logoutUrls readAttributes recoveryMechanisms " +
        "schemas scopes supportedIdentityProviders usernameAttributes values writeAttributes"
    ).split(" "),
);
