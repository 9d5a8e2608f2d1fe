import type { RuleConfig } from "../../core/rule";
import { instructionsFor } from "../../programs/edit/instructions";
import { languageOf } from "../../programs/languages";
import { formatLocation } from "../../stacks/positions/location";
import { describeRest, fixOf, type Left, messages } from "./rule-results";
import type { Client } from "./targets";

/** Returns a line for each rule that a client violates whose code is not found. */
export function describeMissing({ resource, place, file }: Client, reason: string, rules: readonly RuleConfig[]): string[] {
    const { name, urn, props } = resource;
    const position = place.location ? formatLocation(place.location) : file;
    const language = (place.location && languageOf(place.location.file))?.names.at(-1) ?? "yaml";
    const left = rules.flatMap((config): Left[] => {
        const patch = fixOf(config, resource, props);
        if (!patch) return describeRest(config, { name, urn, props });
        const instructions = instructionsFor(patch, props, language);
        return [{ rule: config.rule, message: messages.notFixed({ reason, instructions }) }];
    });
    return left.map(({ rule, message }) => `${position}: ${name}: ${rule.name}: ${message}`);
}
