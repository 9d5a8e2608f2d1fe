import { SEVERITIES } from "../../src/report/report";
import { packageInfo } from "../../src/util/package-info";
import { TypeReader } from "./type-schema";

/** Returns the JSON schema of a report in the format `json`, from its types and their comments. */
export function reportSchema(): object {
    const reader = new TypeReader({ Severity: { enum: SEVERITIES } });
    const report = reader.interfaceSchema("src/report/formatters/json.ts", "JsonReport");
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: `Report of ${packageInfo().name}`,
        ...report,
        definitions: Object.fromEntries(reader.definitions),
    };
}
