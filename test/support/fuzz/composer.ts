import { type CivilDate } from '#kernel';
import { type Chance } from './chance.js';
import { type Contract, type Operation, type Parameter } from './contract.js';
import { brokenText, mutated } from './mutations.js';
import { form, oddForm, type Upload } from './multipart.js';
import { jsonText, oddText, oddValue } from './odd-values.js';
import { type Pool, type Sample } from './pool.js';
import { ValidValues } from './valid-values.js';
import { type Sent } from './judge.js';

/** Somebody who sends requests, or nobody. */
export interface Caller {
  name: string;
  roles: readonly string[];
  headers: Record<string, string>;
}
export interface Composed extends Sent {
  operation: Operation;
  /** Nothing was made wrong on purpose. */
  honest: boolean;
  /** Under which a request like this is kept when it goes well. */
  key: string;
  sample: Sample;
}
export interface FormSource {
  fields: (chance: Chance) => Record<string, string>;
  file: (chance: Chance) => { name: string; type: string; content: Buffer };
}
export interface ComposerWorld {
  callers: readonly Caller[];
  anonymous: Caller;
  facts: readonly unknown[];
  today: CivilDate;
  forms: Readonly<Record<string, FormSource>>;
  /** Ids that no request may spoil, by the start of the operation's path: the people whose tokens are used. */
  spared: (operation: Operation, id: string) => boolean;
}

const MISSING_ID = '00000009-0000-4000-8000-00000000dead';
const ODD_SEGMENTS = [
  '%00',
  '..%2f..',
  '%ff',
  'x'.repeat(150),
  'nonsense',
  '0',
  '-1',
  '1.5',
  '%E2%80%AE',
  '%27%20OR%201=1',
  'null',
  '%F0%9F%98%80',
];
const ODD_TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'x',
  'application/jsonp',
  'application/problem+json',
  '',
];
const ODD_ETAGS = [
  '"0"',
  '"999999999"',
  'W/"1"',
  '*',
  '1',
  '""',
  '"a"',
  '"1", "2"',
  '"-1"',
  '"1e3"',
  '"99999999999"',
];
const ODD_KEYS = [
  '',
  ' ',
  'x'.repeat(200),
  'x'.repeat(201),
  'a b',
  '{}',
  "'; --",
  '\u00e9\u00e9',
  'same-key',
];
const ODD_LANGUAGES = [
  '*',
  'en',
  'en;q=abc',
  'en;q=1e9',
  'x'.repeat(2000),
  ',,,;;;',
  'vi;q=0, en;q=0',
  '\u00ff',
  'en;q=NaN',
];
const ODD_CREDENTIALS = [
  'Bearer',
  'Bearer ',
  'Bearer x.y.z',
  'bearer null',
  'Basic YTpi',
  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
  `Bearer ${'a'.repeat(5000)}`,
  'Digest x',
  '\u00ff\u00fe',
  'Bearer a, Bearer b',
];
const ODD_COOKIES = [
  'techgate_session=',
  'techgate_session=x',
  `techgate_session=${'x'.repeat(3000)}`,
  'techgate_session=%00',
  '=;=;',
  'techgate_session=%E0%A4%A',
  '__proto__=x',
  'techgate_session="a"; techgate_session=b',
];

/** Puts requests together: honest ones, and ones that are wrong in one way or several. */
export class Composer {
  private readonly valid: ValidValues;

  constructor(
    private readonly chance: Chance,
    private readonly contract: Contract,
    private readonly pool: Pool,
    private readonly world: ComposerWorld,
  ) {
    this.valid = new ValidValues(chance, contract, pool, world.facts);
  }

  compose(
    operation: Operation,
    wanted: { caller?: Caller; ids?: Record<string, string>; honest?: boolean } = {},
  ): Composed {
    const honest = wanted.honest ?? this.chance.odds(0.35);
    const command = this.commandOf(operation, wanted.ids);
    const key = command === undefined ? operation.name : `${operation.name} ${command}`;
    const known = this.chance.odds(0.6) ? this.pool.sample(key) : undefined;
    const caller = wanted.caller ?? this.caller(operation, known, honest);
    const ids = wanted.ids ?? this.ids(operation, known, honest, command);
    const place = { owner: Object.values(ids)[0] ?? '', today: this.world.today };
    const { body, payload, contentType } = this.body(operation, known, place, honest, command);
    const url = `${this.path(operation, ids)}${this.query(operation, place, honest)}`;
    const headers = this.headers(operation, caller, place.owner, honest, contentType);
    return {
      operation,
      honest,
      key,
      method: operation.method,
      url,
      headers,
      payload,
      sample: { person: caller.name, ids, body },
    };
  }

  /** A request that went well, with another body; half of those that can be rehearsed only are. */
  again(operation: Operation, key: string, sample: Sample, body: unknown): Composed {
    const { callers, anonymous } = this.world;
    const { person, ids } = sample;
    const caller = callers.find(({ name }) => name === person) ?? anonymous;
    const owner = Object.values(ids)[0] ?? '';
    const fresh = withRevision(body, this.pool.revision(owner));
    const isRehearsed = operation.parameters.some(({ name }) => name === 'dryRun') && this.chance.odds(0.5);
    return {
      operation,
      honest: false,
      key,
      method: operation.method,
      url: `${this.path(operation, ids)}${isRehearsed ? '?dryRun=true' : ''}`,
      headers: this.headers(operation, caller, owner, true, 'application/json'),
      payload: jsonText(fresh),
      sample: { person, ids, body },
    };
  }

  /** Names of the fields that the body of such a request may have. */
  fieldsOf(operation: Operation, key: string): string[] {
    const command = key.split(' ')[2];
    return Object.keys(this.contract.resolve(this.schemaOf(operation, command)).properties ?? {});
  }

  private commandOf({ path }: Operation, ids?: Record<string, string>): string | undefined {
    if (!path.endsWith('{command}')) return undefined;
    const [parameter] = this.contract.operations
      .find((one) => one.path === path)!
      .parameters.filter(({ name }) => name === 'command');
    return ids?.['command'] ?? String(this.chance.pick(parameter?.schema.enum ?? ['submit']));
  }

  private caller(operation: Operation, known: Sample | undefined, honest: boolean): Caller {
    const { callers, anonymous } = this.world;
    if (known && this.chance.odds(honest ? 0.95 : 0.7))
      return callers.find(({ name }) => name === known.person) ?? anonymous;
    if (!honest && this.chance.odds(0.06)) return anonymous;
    const { who } = operation;
    const fitting =
      typeof who === 'string'
        ? callers
        : callers.filter(({ roles }) => roles.some((role) => who.includes(role)));
    return this.chance.pick(this.chance.odds(honest ? 1 : 0.85) ? fitting : callers);
  }

  private ids(
    operation: Operation,
    known: Sample | undefined,
    honest: boolean,
    command?: string,
  ): Record<string, string> {
    const names = [...operation.path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(
      ([, collection = '', name = '']) => ({ collection, name }),
    );
    if (known && this.chance.odds(honest ? 0.8 : 0.6))
      return { ...known.ids, ...(command ? { command } : {}) };
    const last = names.at(-1);
    const owner = names.length > 1 && last ? this.pool.ownerOf(last.collection) : undefined;
    const ids: Record<string, string> = {};
    for (const [index, { collection, name }] of names.entries()) {
      const own = index === 0 ? owner : undefined;
      ids[name] = (own ? own : undefined) ?? this.idOf(operation, collection, name, ids, command);
    }
    if (!honest && last && this.chance.odds(0.12))
      ids[last.name] = this.chance.odds(0.5) ? MISSING_ID : this.chance.pick(ODD_SEGMENTS);
    return ids;
  }
  private idOf(
    operation: Operation,
    collection: string,
    name: string,
    ids: Record<string, string>,
    command?: string,
  ): string {
    if (name === 'command') return command ?? 'submit';
    const schema = operation.parameters.find(
      (parameter) => parameter.in === 'path' && parameter.name === name,
    )?.schema;
    if (schema?.type === 'number' || schema?.type === 'integer') return String(this.chance.whole(1, 3));
    if (schema?.enum) return String(this.chance.pick(schema.enum));
    if (collection === 'procedures') return this.pool.word('procedureId') ?? 'opinion';
    const id = this.pool.id(collection, Object.values(ids)[0] ?? '') ?? MISSING_ID;
    return this.world.spared(operation, id) ? MISSING_ID : id;
  }
  private path({ path }: Operation, ids: Record<string, string>): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? MISSING_ID);
  }

  private query(operation: Operation, place: { owner: string; today: CivilDate }, honest: boolean): string {
    const parts: string[] = [];
    for (const parameter of operation.parameters.filter((one) => one.in === 'query'))
      parts.push(...this.parameter(parameter, place, honest));
    if (!honest && this.chance.odds(0.08))
      parts.push(
        this.chance.pick([
          'x=1',
          'a[b]=c',
          '%zz=1',
          'limit=%ff',
          '__proto__=1',
          'q=%00',
          'q=%',
          'limit=1&limit=2',
          '&&&',
          'cursor[]=x',
          'constructor=1',
          `q=${'x'.repeat(5000)}`,
        ]),
      );
    return parts.length === 0 ? '' : `?${parts.join('&')}`;
  }
  private parameter(
    parameter: Parameter,
    place: { owner: string; today: CivilDate },
    honest: boolean,
  ): string[] {
    const { name, required } = parameter;
    if (name === 'dryRun') return this.chance.odds(0.6) ? ['dryRun=true'] : [];
    if (!required && this.chance.odds(0.75)) return [];
    if (!honest && required && this.chance.odds(0.1)) return [];
    const schema = this.contract.resolve(parameter.schema);
    const one = schema.type === 'array' ? (schema.items ?? {}) : schema;
    if (name === 'cursor' && honest && this.chance.odds(0.8)) return [];
    const bad = !honest && this.chance.odds(0.4);
    const value = bad
      ? this.chance.odds(0.7)
        ? oddText(this.chance)
        : oddValue(this.chance)
      : this.valid.of(one, name, place);
    const text = typeof value === 'string' ? value : (jsonText(value) ?? '');
    return [`${name}=${encodeURIComponent(text.toWellFormed())}`];
  }

  private headers(
    operation: Operation,
    caller: Caller,
    owner: string,
    honest: boolean,
    contentType?: string,
  ): Record<string, string> {
    const odd = (probability: number) => !honest && this.chance.odds(probability);
    const headers: Record<string, string> = { ...caller.headers };
    if (contentType !== undefined) headers['content-type'] = contentType;
    const wants = (name: string) =>
      operation.parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === name);
    if (wants('if-match') && !odd(0.08))
      headers['if-match'] = odd(0.15) ? this.chance.pick(ODD_ETAGS) : `"${this.pool.revision(owner) ?? 1}"`;
    if (operation.method !== 'GET' && this.chance.odds(0.15))
      headers['idempotency-key'] = odd(0.6)
        ? this.chance.pick(ODD_KEYS)
        : `key-${this.chance.whole(1, 1_000_000)}`;
    if (odd(0.04)) headers['accept-language'] = this.chance.pick(ODD_LANGUAGES);
    if (odd(0.02)) headers['authorization'] = this.chance.pick(ODD_CREDENTIALS);
    if (odd(0.02)) headers['cookie'] = this.chance.pick(ODD_COOKIES);
    if (odd(0.02))
      headers['x-request-id'] = this.chance.pick(['', 'x', 'a'.repeat(500), '<b>', 'valid-request-id']);
    if (odd(0.02)) headers['accept'] = this.chance.pick(['text/html', '*/*', 'x', 'application/json;q=0']);
    if (odd(0.02)) headers['x-forwarded-for'] = this.chance.pick(['1.2.3.4', 'nonsense', '::1, ::2', '']);
    if (odd(0.01)) headers['x-csrf-token'] = 'x';
    return headers;
  }

  private body(
    operation: Operation,
    known: Sample | undefined,
    place: { owner: string; today: CivilDate },
    honest: boolean,
    command?: string,
  ): { body: unknown; payload: string | Buffer | undefined; contentType?: string } {
    if (operation.multipart) return this.upload(operation, honest);
    if (operation.body === null)
      return honest || operation.method === 'GET' || this.chance.odds(0.8)
        ? { body: undefined, payload: undefined }
        : this.unasked();
    const sampled = known?.body !== undefined && this.chance.odds(0.6);
    const body = sampled ? known.body : this.valid.of(this.schemaOf(operation, command), 'body', place);
    const fresh = withRevision(body, this.pool.revision(place.owner));
    if (honest) return { body: fresh, payload: jsonText(fresh), contentType: 'application/json' };
    const way = this.chance.next();
    if (way < 0.08) return { body: undefined, payload: undefined };
    if (way < 0.2)
      return { body: undefined, payload: brokenText(this.chance, fresh), contentType: 'application/json' };
    if (way < 0.26)
      return { body: undefined, payload: jsonText(fresh), contentType: this.chance.pick(ODD_TYPES) };
    const wrong = this.chance.odds(0.85) ? mutated(this.chance, fresh) : fresh;
    return { body: wrong, payload: jsonText(wrong), contentType: 'application/json' };
  }
  private schemaOf(operation: Operation, command?: string) {
    if (command === undefined) return operation.body ?? {};
    const wanted = `${command.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Dto`;
    const choices = operation.body?.oneOf ?? [];
    return choices.find(({ $ref }) => $ref?.endsWith(`/${wanted}`)) ?? choices[0] ?? {};
  }
  private unasked() {
    const payload = this.chance.pick(['{}', '[]', 'x', '{"a":1}']);
    return { body: undefined, payload, contentType: this.chance.pick(['application/json', 'text/plain']) };
  }
  private upload(operation: Operation, honest: boolean): Upload & { body: undefined } {
    const source = this.world.forms[operation.name];
    if (!source) throw new Error(`${operation.name} has no form to upload`);
    const whole = form(source.fields(this.chance), source.file(this.chance));
    return { ...(honest ? whole : oddForm(this.chance, whole)), body: undefined };
  }
}

/** The newest revision in place of the one that was seen. */
function withRevision(body: unknown, revision: number | undefined): unknown {
  if (revision === undefined || typeof body !== 'object' || body === null || !('revision' in body))
    return body;
  return { ...body, revision };
}
