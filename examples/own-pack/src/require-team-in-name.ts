import { defineRule } from "pulumi-policy-aws-cognito/rules";

const messages = {
    unset: () => "name is not set, so that Pulumi makes one up.",
    noTeam: (name: string, teams: readonly string[]) => `name is ${name}, and begins with none of ${teams.join(", ")}.`,
};

export default defineRule({
    name: "require-team-in-name",
    level: "advisory",
    severity: "low",
    description: "A client's name must begin with the team that owns it, so that whoever is on call knows whom to ask.",
    remediation: "Set name to the team and the app, as in checkout-web.",
    url: "https://wiki.shop.test/app-clients",
    options: {
        teams: {
            type: "array",
            items: { type: "string" },
            default: ["accounts", "catalogue", "checkout"],
            description: "The teams that own app clients.",
        },
    },
    messages,
    checks: [
        function* ({ name }, { teams }) {
            if (name === undefined) yield messages.unset();
            else if (!teams.some(team => name.startsWith(`${team}-`))) yield messages.noTeam(name, teams);
        },
    ],
});
