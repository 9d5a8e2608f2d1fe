/** What configurations of ESLint import: `import cognito from "pulumi-policy-aws-cognito/eslint"`. */
import { plugin } from "../eslint/plugin";

exports.configs = exports.meta = exports.rules = undefined; // Node looks here for the names that an ES module can import

export = plugin;
