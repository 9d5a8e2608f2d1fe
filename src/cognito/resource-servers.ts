/** The parts of a resource server's scope, of which only the identifier may hold a slash; a scope of Cognito's own has but a name. */
export function parseScope(scope: string): { identifier?: string; name: string } {
    const slash = scope.lastIndexOf("/");
    return slash < 0 ? { name: scope } : { identifier: scope.slice(0, slash), name: scope.slice(slash + 1) };
}
