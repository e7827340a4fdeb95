import { type ProblemCode, PROBLEMS } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';

type Option = Schema<'CommandOptionDto'>;
/** A step that is the reader's but for something that can be mended, with everything that stands in its way. */
export interface Hindered {
  command: string;
  codes: ProblemCode[];
}

/** Reasons that nobody can do anything about: the step belongs to another time, or to somebody else. */
const NO_HELP: readonly string[] = [
  'command_not_permitted_now',
  'command_not_for_you',
] satisfies ProblemCode[];

const codeOf = (reason: object): string => ('code' in reason ? String(reason.code) : '');
const isKnown = (code: string): code is ProblemCode => code in PROBLEMS;

/** The steps that cannot be taken now, each with all of its reasons; steps of which no reason helps are left out. */
export const hindered = (options: readonly Option[]): Hindered[] =>
  options.flatMap(({ command, permitted, reasons }) => {
    const codes = [...new Set(reasons.map(codeOf))];
    if (permitted || codes.some((code) => NO_HELP.includes(code))) return [];
    const known = codes.filter(isKnown);
    return known.length === 0 ? [] : [{ command, codes: known }];
  });
