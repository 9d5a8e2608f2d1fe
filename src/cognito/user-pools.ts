/** The region in a user pool's ID, as in `eu-west-1_AbCdEfGhI`; undefined for what is no such ID. */
export function regionOfPool(userPoolId: string): string | undefined {
    return /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId)?.[1];
}
