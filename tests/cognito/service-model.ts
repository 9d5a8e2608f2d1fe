/** Auth flows that the model of the AWS SDK for JavaScript lacks, with their sources. Remove a flow when the model has it. */
export const FLOWS_WITHOUT_MODEL: Readonly<Record<string, string>> = {
    ALLOW_CLIENT_TOKEN_AUTH:
        "The developer guide documents it: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    ALLOW_TOKEN_EXCHANGE_DELEGATION:
        "It is in the API model of 16 November 2026, and not in @aws-sdk/client-cognito-identity-provider 3.1169.0.",
    ALLOW_TOKEN_EXCHANGE_IMPERSONATION: "As ALLOW_TOKEN_EXCHANGE_DELEGATION.",
};

/** Members of CreateUserPoolClientRequest that @pulumi/aws 7.48 lacks, with what to do when it has them. */
export const MEMBERS_WITHOUT_PROPERTY: Readonly<Record<string, string>> = {
    ClientSecret:
        "A secret of 24 to 64 characters that the caller chooses, instead of GenerateSecret. " +
        "The rules that read generateSecret must treat a client with it as a client with a secret, and valid- rules must reject both together.",
    PublishSecretsInAWSSecretsManager:
        "It stores the generated secret in AWS Secrets Manager, which rotates it, and applies only if GenerateSecret is true. " +
        "A rule must report it without generateSecret, and an optional rule can require it for clients with a secret.",
};

/** Properties of the resource that are not members of CreateUserPoolClientRequest. */
export const PROPERTIES_WITHOUT_MEMBER: Readonly<Record<string, string>> = {
    region: "The region of the provider that creates the client.",
};

/** Returns the property of the resource for a member of the model: `callbackUrls` for `CallbackURLs`. */
export function propertyOf(member: string): string {
    if (member === "ClientName") return "name";
    const name = member.replace("OAuth", "Oauth").replace("URL", "Url").replace("URI", "Uri");
    return name.charAt(0).toLowerCase() + name.slice(1);
}
