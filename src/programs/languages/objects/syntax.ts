/** What differs between Java and C# in declarations and names. */
export interface ObjectSyntax {
    readonly language: "java" | "csharp";
    readonly keywords: ReadonlySet<string>;
    /** Methods and members that only look at a list or object, and those that pass on its elements. */
    readonly reading: ReadonlySet<string>;
    readonly copying: ReadonlySet<string>;
}

export const MODIFIERS: ReadonlySet<string> = new Set(
    (
        "abstract async const default extern final file fixed internal native new override partial private protected public readonly ref " +
        "required scoped sealed static strictfp synchronized transient unsafe using virtual volatile"
    ).split(" "),
);

const COMMON =
    "abstract as assert await base break case catch class const continue default do else enum extends false finally for goto if implements import " +
    "in instanceof interface is namespace new null package private protected public readonly return static super switch this throw throws true " +
    "try using virtual while yield";

export const JAVA: ObjectSyntax = {
    language: "java",
    keywords: new Set(`${COMMON} final native synchronized transient volatile`.split(" ")),
    reading: new Set("contains containsKey equals hashCode indexOf isEmpty length size toString".split(" ")),
    copying: new Set("forEach get getOrDefault stream iterator".split(" ")),
};

export const CSHARP: ObjectSyntax = {
    language: "csharp",
    keywords: new Set(
        (
            `${COMMON} checked delegate event explicit extern fixed foreach implicit internal lock nameof operator out override params ref sealed ` +
            "sizeof stackalloc struct typeof unchecked unsafe when with and or not select where orderby let into join on equals"
        ).split(" "),
    ),
    reading: new Set("Contains ContainsKey Count Equals GetHashCode IndexOf Length ToString".split(" ")),
    copying: new Set("All Any First Last Select ToArray ToList Where GetEnumerator".split(" ")),
};

export const ASSIGNMENTS: ReadonlySet<string> = new Set("= += -= *= /= %= &= |= ^= <<= >>= >>>= ??= ++ --".split(" "));
