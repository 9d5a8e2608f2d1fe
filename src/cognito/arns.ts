/** The parts of an Amazon Resource Name that a rule asks for. */
export interface Arn {
    readonly service: string;
    readonly region: string;
    readonly resource: string;
}

/** An ARN's parts; undefined for a text that is none: `arn:partition:service:region:account:resource`, of 20 to 2048 characters. */
export function parseArn(text: string): Arn | undefined {
    const groups = /^arn:[\w-]+:(?<service>[\w-]+):(?<region>[\w-]*):\d*:(?<resource>\S+)$/.exec(text)?.groups;
    return text.length >= 20 && text.length <= 2048 ? (groups as Arn | undefined) : undefined;
}
