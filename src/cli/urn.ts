/** Returns the part of a URN, or of a pattern, that names the stack and the project: `urn:pulumi:dev::shop::`. */
export function stackPrefixOf(urn: string): string | undefined {
    return /^urn:pulumi:[^:]+::[^:]+::/.exec(urn)?.[0];
}
