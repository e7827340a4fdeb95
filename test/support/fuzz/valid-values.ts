import { addDays, type CivilDate } from '#kernel';
import { type Chance } from './chance.js';
import { type Contract, type Schema } from './contract.js';
import { type Pool } from './pool.js';

/** Which collection of ids a field or a path parameter names. */
const COLLECTIONS: readonly [RegExp, string][] = [
  [/^(assigneeId|userId|headId|appraiserId|actorId)$/, 'users'],
  [/^(organisationId|investorOrgId|requesterOrgId|onBehalfOf)$/, 'organisations'],
  [/^documentIds?$/, 'documents'],
  [/^(dossierId|firstDossierId|dossier)$/, 'dossiers'],
  [/^(projectId|into)$/, 'projects'],
  [/^(memberId|replacesMemberId)$/, 'members'],
  [/^clockId$/, 'clocks'],
  [/^import$/, 'imports'],
];
/** Fields whose words stand under another name in answers. */
const WORDS: Readonly<Record<string, string>> = {
  findingKey: 'key',
  findingKeys: 'key',
  cures: 'key',
  failedCriteria: 'code',
  cursor: 'nextCursor',
  sheet: 'name',
  sector: 'sectorVsic',
  commune: 'communeCode',
  taxCode: 'taxCode',
  action: 'action',
  hs: 'hsCode',
  name: 'technologyName',
};
const DATE_NAME = /(On|By|From|To)$|^(on|from|to|start)$/;
const TEXT = 'Nội dung đã được xem xét theo quy định, đề nghị bổ sung giấy tờ còn thiếu. ';

interface Place {
  /** The dossier or project of the request. */
  owner: string;
  today: CivilDate;
}

/** Values that a schema allows, as likely as possible ones that mean something here. */
export class ValidValues {
  constructor(
    private readonly chance: Chance,
    private readonly contract: Contract,
    private readonly pool: Pool,
    private readonly facts: readonly unknown[],
  ) {}

  of(given: Schema, name: string, place: Place): unknown {
    const schema = this.contract.resolve(given);
    if (schema.nullable && this.chance.odds(0.15)) return null;
    if (name === 'facts') return this.chance.pick(this.facts);
    if (schema.enum) return this.chance.pick(schema.enum);
    const choice = schema.oneOf ?? schema.anyOf;
    if (choice) return this.of(this.chance.pick(choice), name, place);
    switch (schema.type) {
      case 'boolean':
        return this.chance.odds(0.5);
      case 'integer':
      case 'number':
        return this.number(schema, name, place);
      case 'array':
        return this.array(schema, name, place);
      case 'object':
        return this.object(schema, place);
      default:
        return this.text(schema, name, place);
    }
  }

  private object(schema: Schema, place: Place): Record<string, unknown> {
    const required = new Set(schema.required);
    const shown = Object.entries(schema.properties ?? {}).filter(
      ([name]) => required.has(name) || this.chance.odds(0.35),
    );
    return Object.fromEntries(shown.map(([name, property]) => [name, this.of(property, name, place)]));
  }
  private array(schema: Schema, name: string, place: Place): unknown[] {
    const length = this.chance.whole(schema.minItems ?? 1, Math.min(schema.maxItems ?? 3, 3));
    return Array.from({ length }, () => this.of(schema.items ?? {}, name, place));
  }
  private number({ minimum = 0, maximum = 100 }: Schema, name: string, { owner }: Place): number {
    if (name === 'revision') return this.pool.revision(owner) ?? 1;
    if (name === 'number') return this.chance.whole(1, 2);
    return this.chance.whole(minimum, Math.min(maximum, minimum + 20));
  }
  private text(schema: Schema, name: string, place: Place): string {
    const collection = COLLECTIONS.find(([names]) => names.test(name))?.[1];
    if (collection !== undefined || schema.format === 'uuid')
      return this.pool.id(collection ?? name, place.owner) ?? this.pool.anyId() ?? '';
    if (schema.format === 'date' || DATE_NAME.test(name))
      return addDays(place.today, this.chance.whole(-20, 40));
    if (schema.pattern) return this.chance.pick(['A', 'B', 'C', 'D', 'E', 'AA']);
    const word = this.pool.word(WORDS[name] ?? name);
    if (word !== undefined && this.chance.odds(0.6)) return word;
    if (typeof schema.example === 'string' && this.chance.odds(0.6)) return schema.example;
    return TEXT.repeat(Math.ceil((schema.minLength ?? 1) / TEXT.length)).slice(0, schema.maxLength ?? 200);
  }
}
