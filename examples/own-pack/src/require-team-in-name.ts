import { defineRule, quoted } from "pulumi-policy-aws-cognito/rules";

const messages = {
    unset: () => "is not set, so Pulumi generates a name without a team.",
    noTeam: (name: string, teams: readonly string[]) => `is ${quoted(name)}; it must start with a team: ${teams.join(", ")}.`,
};

export default defineRule({
    name: "require-team-in-name",
    title: "Team in the client's name",
    category: "limits",
    level: "advisory",
    severity: "low",
    description: "The name of an app client must start with the team that owns it, so that people on call know whom to ask.",
    remediation: "Set name to the team and the app, as in checkout-web.",
    url: "https://wiki.shop.test/app-clients",
    options: {
        teams: {
            type: "array",
            items: { type: "string" },
            default: ["accounts", "catalog", "checkout"],
            description: "The teams that own app clients.",
        },
    },
    checks: [
        ({ name }, { options: { teams }, report }) => {
            if (name === undefined) report("name", messages.unset());
            else if (!teams.some(team => name.startsWith(`${team}-`))) report("name", messages.noTeam(name, teams));
        },
    ],
});
