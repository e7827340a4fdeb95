import { type CliConfig } from '../config.js';
import { accountLines } from './demo-accounts.js';

async function demoLines(): Promise<string[]> {
  const { DEMO_PASSWORD, DEMO_PEOPLE } = await import('#identity');
  return ['', ...accountLines(DEMO_PEOPLE, DEMO_PASSWORD)];
}

/** What a newcomer needs once everything is up: addresses and, in a demonstration, the accounts of every role. */
export async function banner({ demo }: CliConfig, url: string): Promise<string> {
  const head = ['', `TechGate  ${url}`, `API       ${url}/api/v1`, `API docs  ${url}/api/docs`];
  return [...head, ...(demo ? await demoLines() : []), '', 'Ctrl-C ends it.'].join('\n');
}
