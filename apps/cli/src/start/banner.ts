import { accountLines } from './demo-accounts.js';

/** What a newcomer needs once everything is up: addresses and the accounts of every role. */
export function banner(url: string): Promise<string> {
  return Promise.resolve(
    [
      '',
      `TechGate  ${url}`,
      `API       ${url}/api/v1      documentation ${url}/api/docs`,
      '',
      ...accountLines([], ''),
      '',
      'Ctrl-C ends it.',
    ].join('\n'),
  );
}
