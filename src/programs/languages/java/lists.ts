/**
 * The properties that are lists, whose methods in Java accept one element as well as several: `.callbackUrls("https://...")`.
 * A test compares them with the types of @pulumi/aws.
 */
export const LISTS: ReadonlySet<string> = new Set(
    (
        "actions additionalClaims aliasAttributes allowedFirstAuthFactors allowedOauthFlows allowedOauthScopes assets " +
        "attributesRequireVerificationBeforeUpdates autoVerifiedAttributes callbackUrls conditions defaultActions " +
        "explicitAuthFlows idpIdentifiers logoutUrls queryStrings readAttributes recoveryMechanisms regexValues schemas " +
        "scopes supportedIdentityProviders targetGroups transforms usernameAttributes values writeAttributes"
    ).split(" "),
);
