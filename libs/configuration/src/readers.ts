/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable whose value cannot be used; the message names it and what is allowed, never the value. */
export class WrongConfiguration extends Error {
  constructor(
    readonly variable: string,
    readonly allowed: string,
  ) {
    super(`${variable} has a wrong value. Allowed: ${allowed}`);
    this.name = 'WrongConfiguration';
  }
}

const raw = (env: Environment, name: string): string | undefined => {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
};

/** A text that matches `pattern`. */
export function text(
  env: Environment,
  name: string,
  fallback: string,
  pattern = /^.+$/,
  allowed = String(pattern),
): string {
  const value = raw(env, name) ?? fallback;
  if (!pattern.test(value)) throw new WrongConfiguration(name, allowed);
  return value;
}

/** One word of a closed list. */
export function oneOf<Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const value = raw(env, name) ?? fallback;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new WrongConfiguration(name, words.join(' | '));
  return found;
}

/** `true` or `false`. */
export function bool(env: Environment, name: string, fallback: boolean): boolean {
  return oneOf(env, name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
}

/** A whole number within its bounds, both included. */
export function int(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const value = raw(env, name) ?? String(fallback);
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new WrongConfiguration(name, `a whole number from ${min} to ${max}`);
  return number;
}

/** An address of one of the schemes. */
export function url(env: Environment, name: string, schemes: readonly string[], fallback: string): URL {
  const value = raw(env, name) ?? fallback;
  const allowed = `an address that begins with ${schemes.join(' or ')}//`;
  if (!URL.canParse(value)) throw new WrongConfiguration(name, allowed);
  const address = new URL(value);
  if (!schemes.includes(address.protocol)) throw new WrongConfiguration(name, allowed);
  return address;
}

/** Words separated by commas, all of a closed list where one is given. */
export function list(env: Environment, name: string, words?: readonly string[]): string[] {
  const values = (raw(env, name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words && values.some((value) => !words.includes(value)))
    throw new WrongConfiguration(name, `any of ${words.join(', ')}`);
  return values;
}
