// Checked by the compiler alone: ESLint accepts the plugin and its configurations.
import type { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import type { ESLint as ESLint9, Linter as Linter9 } from "eslint-9";
import { defineConfig as defineConfig9 } from "eslint-9/config";
import cognito from "../../src/api/eslint";

const { recommended, strict } = cognito.configs;

export const plugin: ESLint.Plugin = cognito;
export const plugin9: ESLint9.Plugin = cognito;
export const configs: Linter.Config[] = [recommended, strict];
export const configs9: Linter9.Config[] = [recommended, strict];
export const defined = defineConfig([recommended, { files: ["infra/**"], extends: [strict] }]);
export const defined9 = defineConfig9([recommended, { files: ["infra/**"], extends: [strict] }]);
