import { CLIENT_TYPE } from "../../core/user-pools";

/** The types of app clients that no rule evaluates. */
export const UNCHECKED_TYPES: readonly string[] = [
    "aws-native:cognito:UserPoolClient",
    "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
];

/** The types of all app clients. */
export const CLIENT_TYPES: ReadonlySet<unknown> = new Set([CLIENT_TYPE, ...UNCHECKED_TYPES]);
