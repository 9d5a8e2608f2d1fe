import type { Printer } from ".";
import { classOf, isBlock, printMembers, printScalar, SLASH_COMMENTS, toPascalCase } from "./shared";

export const CSHARP: Printer = {
    comments: SLASH_COMMENTS,
    quote: '"',
    padding: " ",
    key: toPascalCase,
    separator: () => " = ",
    scalar: value => printScalar(value, '"'),
    value: printValue,
};

function printValue(value: unknown, quote: string, path: string): string {
    if (Array.isArray(value)) return `new[] { ${value.map(element => printValue(element, quote, path)).join(", ")} }`;
    if (isBlock(value)) {
        const print = (name: string, member: unknown) => `${toPascalCase(name)} = ${printValue(member, quote, `${path}.${name}`)}`;
        return `new Pulumi.Aws.Cognito.Inputs.${classOf(path)} { ${printMembers(value, print)} }`;
    }
    return CSHARP.scalar(value as string, quote);
}
