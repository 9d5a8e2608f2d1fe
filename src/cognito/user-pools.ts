import { parseArn } from "./arns";

/** The region in a user pool's ID, as in `eu-west-1_AbCdEfGhI`; undefined for what is no such ID. */
export function regionOfPool(userPoolId: string): string | undefined {
    return /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId)?.[1];
}

export const MAX_POOL_ID_LENGTH = 55;

/** The user pool's ID in its ARN; undefined for the ARN of anything else. */
export function poolIdInArn(arn: string): string | undefined {
    return /^userpool\/([\w-]+_[0-9a-zA-Z]+)$/.exec(parseArn(arn)?.resource ?? "")?.[1];
}

/** The user pool's ID in its endpoint, the issuer of its tokens; undefined for what is none. */
export function poolIdInEndpoint(url: string): string | undefined {
    return /cognito-idp[\w-]*\.[\w.-]+\/([\w-]+_[0-9a-zA-Z]+)/.exec(url)?.[1];
}
