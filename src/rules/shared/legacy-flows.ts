import { SUCCESSORS } from "../../cognito/auth-flows";

/** Formats a legacy name with its current one: `USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)`. */
export function withSuccessor(flow: string): string {
    return `${flow} (now ${SUCCESSORS.get(flow)})`;
}
