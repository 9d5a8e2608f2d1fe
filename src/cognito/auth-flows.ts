/** The names that Cognito used before 2020, and the name of each today. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
    ["ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
    ["CUSTOM_AUTH_FLOW_ONLY", "ALLOW_CUSTOM_AUTH"],
    ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"],
]);

/** Every value that explicitAuthFlows takes. */
export const AUTH_FLOWS: readonly string[] = [
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ALLOW_USER_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_USER_SRP_AUTH",
    ...SUCCESSORS.keys(),
];

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
