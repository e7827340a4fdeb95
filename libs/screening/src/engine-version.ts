/** The exact release of the rules engine this shell was proved on; a test compares it with what is installed. */
export const ZEN_ENGINE_VERSION = '0.54.0';
/** Raised whenever the code around the tables changes a finding for equal input. */
export const RULE_SHELL_VERSION = '3';
/** Stored with every screening, so that a replay knows what produced it. */
export const ENGINE_VERSION = `zen-engine@${ZEN_ENGINE_VERSION}+shell@${RULE_SHELL_VERSION}`;
