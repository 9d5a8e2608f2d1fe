import { parseArn } from "./arns";

export const MAX_POOL_ID_LENGTH = 55;

/** Returns the region in a user pool ID such as `eu-west-1_AbCdEfGhI`; undefined for any other text. */
export function regionOfPool(userPoolId: string): string | undefined {
    return /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId)?.[1];
}

/** Longer than any ARN or endpoint of a user pool, in UTF-16 units. Searching a longer text would take quadratic time. */
const MAX_SEARCHED = 512;

/** Returns the user pool ID in the ARN of a user pool; undefined for any other ARN. */
export function poolIdInArn(arn: string): string | undefined {
    if (arn.length > MAX_SEARCHED) return undefined;
    return /^userpool\/([\w-]+_[0-9a-zA-Z]+)$/.exec(parseArn(arn)?.resource ?? "")?.[1];
}

/** Returns the user pool ID in the endpoint of a user pool, which is the issuer of its tokens; undefined for any other URL. */
export function poolIdInEndpoint(url: string): string | undefined {
    if (url.length > MAX_SEARCHED) return undefined;
    return /cognito-idp[\w-]*\.[\w.-]+\/([\w-]+_[0-9a-zA-Z]+)/.exec(url)?.[1];
}
