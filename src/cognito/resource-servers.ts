/** Splits the scope of a resource server at the last slash, since the identifier may contain slashes. A system scope has no identifier. */
export function parseScope(scope: string): { identifier?: string; name: string } {
    const slash = scope.lastIndexOf("/");
    return slash < 0 ? { name: scope } : { identifier: scope.slice(0, slash), name: scope.slice(slash + 1) };
}
