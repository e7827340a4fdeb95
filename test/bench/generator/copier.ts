import { hash, randomUUID } from 'node:crypto';
import { foldForSearch } from '../../../libs/dossiers/src/domain/search-text.js';
import { pick, projectName } from './names.js';
import { filled, type Parts } from './parts.js';
import { type BenchPeople } from './people.js';
import { type Template } from './template.js';

const DAY = 86_400_000;
const WEEK = 7;
/** How far back what is over lies: eight years; what is open: up to two weeks, so that some of it is overdue. */
const WEEKS_BACK = { closed: 416, open: 2 };
const CLOSED = new Set([
  'approved',
  'approved_with_conditions',
  'refused',
  'withdrawn',
  'discontinued',
  'returned',
]);
/** Share of each open status; what is left is over. */
const OPEN_SHARES: Record<string, number> = {
  draft: 0.01,
  submitted: 0.02,
  supplement_requested: 0.01,
  under_review: 0.05,
  concluded: 0.02,
};

/** A dossier from which later ones of its history take their name and heavy columns as they are stored. */
interface Donor {
  values: readonly string[];
  copies: number;
}
/** Donors by their histories: those that the connection of the next copies has written or is about to. */
export type Donors = Map<Template, Donor>;
/** How many dossiers have one name: from then on another one is the donor. */
const COPIES_OF_ONE = 32;

/** Lines of one dossier for each table: whole ones, and such that take cells from a donor. */
export interface Copy {
  template: Template;
  whole: string[];
  light: string[];
}

/** Makes dossiers like the played ones: other names, people, days, numbers; entries that link and hash. */
export class Copier {
  private readonly numbers = new Map<string, number>();
  private readonly shifted = new Map<string, string>();
  private made = 0;

  constructor(
    private readonly templates: readonly Template[],
    private readonly people: BenchPeople,
    private readonly random: () => number,
    /** Numbers of letters already given, by register and year. */
    given: ReadonlyMap<string, number>,
    /** Running number from which file codes of a day are made. */
    private readonly firstCode: number,
  ) {
    for (const [key, number] of given) this.numbers.set(key, number);
  }

  /** The next dossier; `donors` is kept up to date. */
  next(donors: Donors): Copy {
    const template = this.choose();
    const last = donors.get(template);
    const donor = last && last.copies < COPIES_OF_ONE ? last : null;
    const values = this.values(template, donor?.values ?? null);
    this.made += 1;
    if (donor === null) donors.set(template, { values, copies: 1 });
    else donor.copies += 1;
    const texts = (all: Parts[][]) =>
      all.map((lines) => lines.map((parts) => filled(parts, values)).join(''));
    if (donor === null) return { template, whole: texts(template.lines), light: [] };
    return { template, whole: texts(template.leanLines.whole), light: texts(template.leanLines.light) };
  }

  private choose(): Template {
    let at = this.random();
    for (const [status, share] of Object.entries(OPEN_SHARES)) {
      const open = this.templates.filter((one) => one.status === status);
      if (open.length > 0 && at < share) return pick(open, this.random);
      at -= share;
    }
    return this.chooseClosed();
  }

  /** Plain histories are more frequent than long ones. */
  private chooseClosed(): Template {
    const closed = this.templates.filter(({ status }) => CLOSED.has(status));
    const weights = closed.map(({ entries }) => 1 / entries ** 2);
    let at = this.random() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, template] of closed.entries()) if ((at -= weights[index] ?? 0) < 0) return template;
    return pick(closed, this.random);
  }

  private values({ status, places }: Template, donor: readonly string[] | null): string[] {
    const values = new Array<string>(places.count);
    const weeks = -Math.floor(this.random() * (WEEKS_BACK[CLOSED.has(status) ? 'closed' : 'open'] + 1));
    for (const place of places.ids) values[place] = randomUUID();
    for (const [day, place] of places.days) values[place] = this.shift(day, weeks);
    this.name(values, places, { weeks, name: donor?.[places.name] ?? projectName(this.random, this.made) });
    this.number(values, places, weeks);
    if (donor !== null) for (const { place, from } of places.taken) values[place] = donor[from] ?? '';
    for (const { place, of, shared } of places.digests)
      if (donor === null || !shared) values[place] = hash('sha256', filled(of, values));
    return values;
  }

  private name(
    values: string[],
    places: Template['places'],
    { weeks, name }: { weeks: number; name: string },
  ): void {
    values[places.name] = name;
    values[places.foldedName] = foldForSearch(name);
    const enterprise = pick(this.people.enterprises, this.random);
    values[places.investor.id] = enterprise.id;
    values[places.investor.name] = enterprise.name;
    if (places.person !== null) values[places.person] = enterprise.personId;
    if (places.leadAppraiser !== null)
      values[places.leadAppraiser] = pick(this.people.appraisers, this.random);
    if (places.fileCode === null) return;
    const { place, lowerCase, on } = places.fileCode;
    const code = `H49.11-${this.shift(on, weeks).slice(2).replaceAll('-', '')}-${this.firstCode + this.made}`;
    values[place] = code;
    values[lowerCase] = code.toLowerCase();
  }

  private number(values: string[], places: Template['places'], weeks: number): void {
    for (const { number, year, register, issuedOn } of places.letters) {
      const issued = this.shift(issuedOn, weeks).slice(0, 4);
      const next = (this.numbers.get(`${register} ${issued}`) ?? 0) + 1;
      this.numbers.set(`${register} ${issued}`, next);
      values[number] = String(next);
      values[year] = issued;
    }
  }

  private shift(day: string, weeks: number): string {
    const key = `${day}${weeks}`;
    const known = this.shifted.get(key);
    if (known !== undefined) return known;
    const moved = new Date(Date.parse(`${day}T00:00:00Z`) + weeks * WEEK * DAY).toISOString().slice(0, 10);
    this.shifted.set(key, moved);
    return moved;
  }
}
