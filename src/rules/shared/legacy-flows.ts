import { SUCCESSORS } from "../../cognito/auth-flows";
import { value } from "../../core/values";

/** Returns a legacy name of the client with its current one, as a value: `USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)`. */
export function withSuccessor(flow: string): string {
    return value(`${flow} (now ${SUCCESSORS.get(flow)})`);
}
