import { type Clock } from '#kernel';
import { Person } from './person.js';
import { type Call } from './transport.js';

interface UserEntry {
  id: string;
  email: string;
  displayName: string;
  organisation: { id: string; name: string } | null;
}

/** Everybody of the demonstration, with their ids as the administrator's list of accounts shows them. */
export class People {
  private readonly persons = new Map<string, Person>();
  private entries: Map<string, UserEntry> | null = null;

  constructor(private readonly world: { call: Call; clock: Clock; password: string }) {}

  /** The person of a key, the same one every time. */
  named(key: string): Person {
    const person = this.persons.get(key) ?? new Person(key, this.world);
    this.persons.set(key, person);
    return person;
  }

  async idOf(key: string): Promise<string> {
    return (await this.entry(key)).id;
  }
  async nameOf(key: string): Promise<string> {
    return (await this.entry(key)).displayName;
  }
  /** Id of the organisation that somebody belongs to. */
  async organisationOf(key: string): Promise<string> {
    const { organisation } = await this.entry(key);
    if (organisation === null) throw new Error(`${key} belongs to no organisation`);
    return organisation.id;
  }

  private async entry(key: string): Promise<UserEntry> {
    this.entries ??= await this.load();
    const found = this.entries.get(key);
    if (found === undefined) throw new Error(`there is no demonstration person ${key}`);
    return found;
  }

  private async load(): Promise<Map<string, UserEntry>> {
    const { status, body } = await this.named('quantri').get('/users?limit=100');
    if (status !== 200) throw new Error(`the accounts cannot be listed: ${JSON.stringify(body)}`);
    const { items } = body as { items: UserEntry[] };
    return new Map(items.map((entry) => [entry.email.split('@')[0] ?? '', entry]));
  }
}
