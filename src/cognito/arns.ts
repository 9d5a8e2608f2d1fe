/** The parts of an Amazon Resource Name that rules read. */
export interface Arn {
    readonly service: string;
    readonly region: string;
    readonly resource: string;
}

/** Parses an ARN of 20 to 2048 characters, `arn:partition:service:region:account:resource`; undefined for any other text. */
export function parseArn(text: string): Arn | undefined {
    const groups = /^arn:[\w-]+:(?<service>[\w-]+):(?<region>[\w-]*):\d*:(?<resource>\S+)$/.exec(text)?.groups;
    return text.length >= 20 && text.length <= 2048 ? (groups as Arn | undefined) : undefined;
}
