/** The names that Cognito used before 2020, and the name of each today. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
    ["ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
    ["CUSTOM_AUTH_FLOW_ONLY", "ALLOW_CUSTOM_AUTH"],
    ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"],
]);

/** The flow that takes a refresh token, which rotation excludes. */
export const REFRESH_FLOW = "ALLOW_REFRESH_TOKEN_AUTH";

/** Every value that explicitAuthFlows takes. */
export const AUTH_FLOWS: readonly string[] = [
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "ALLOW_CUSTOM_AUTH",
    REFRESH_FLOW,
    "ALLOW_USER_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_USER_SRP_AUTH",
    ...SUCCESSORS.keys(),
];

/** The flows in which an app hands a user's password to Cognito. */
export const PASSWORD_FLOWS: readonly string[] = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];

/** The flows in which a server does so with AWS credentials of its own. */
export const ADMIN_PASSWORD_FLOWS: readonly string[] = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];

/** Whether a user signs in by a flow, and gets a refresh token. */
export function isSignIn(flow: string): boolean {
    return AUTH_FLOWS.includes(flow) && flow !== REFRESH_FLOW;
}

/** Whether a name is one of the old ones, which Cognito takes only where no new one stands beside it. */
export function isLegacy(flow: string): boolean {
    return SUCCESSORS.has(flow);
}

/** Whether a name has the form of the new ones. */
export function isCurrent(flow: string): boolean {
    return flow.startsWith("ALLOW_");
}

/** The list with every old name replaced by its successor, each name once. */
export function withSuccessors(flows: readonly string[]): string[] {
    return [...new Set(flows.map(flow => SUCCESSORS.get(flow) ?? flow))];
}
