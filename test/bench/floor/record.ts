// Writes down what the product asks of the database to answer some requests: the API runs here, from its sources, on the
// database of the bench, and is asked each once. Arguments: who signs in; the requests, as JSON { name: path }; the file to write.
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#identity';
import { readConfig } from '../../../apps/api/src/config.js';
import { createApp } from '../../../apps/api/src/create-app.js';
import { Connection } from '../../../libs/database/src/connection.js';
import { type Statement } from '../../../libs/database/src/statement-round.js';
import { type RecordedStatement } from './replay.js';

/** Longer than the log of reads waits before it is written. */
const WRITTEN_WITHIN = 1200;
const [email = '', requests = '{}', file = ''] = process.argv.slice(2);
const app = await createApp({ ...readConfig(), logLevel: 'silent' });
await app.init();

interface Given {
  by: unknown;
  statement: Statement;
}
const given: Given[] = [];
type Give = (statement: Statement) => unknown;
const { give } = Connection.prototype as unknown as { give: Give };
Object.assign(Connection.prototype, {
  give(this: Connection, statement: Statement) {
    given.push({ by: this, statement });
    return Reflect.apply(give, this, [statement]);
  },
});

async function ask(method: 'GET' | 'POST', url: string, more: object = {}): Promise<string> {
  const answer = await app.inject({ method, url, ...more });
  if (answer.statusCode >= 300) throw new Error(`${url} was answered ${answer.statusCode}: ${answer.body}`);
  return answer.body;
}

/** What was asked within the snapshot of the request, whose COMMIT travels later; the sign-in comes before it. */
function statementsOfRead(): RecordedStatement[] {
  const begun = given.find(({ statement }) => statement.text.startsWith('BEGIN'));
  const read = given.filter(({ by }) => by === begun?.by).map(({ statement }) => statement);
  const asked = read.slice(read.findIndex(({ text }) => text.startsWith('BEGIN')));
  return [
    ...asked.map(({ text, values = [] }) => ({ text, values: [...values] })),
    { text: 'COMMIT', values: [] },
  ];
}

const login = await ask('POST', '/api/v1/auth/login', { payload: { email, password: DEMO_PASSWORD } });
const { accessToken } = JSON.parse(login) as { accessToken: string };
const recorded: Record<string, RecordedStatement[]> = {};
for (const [name, path] of Object.entries(JSON.parse(requests) as Record<string, string>)) {
  const headers = { authorization: `Bearer ${accessToken}` };
  // What a process keeps once it was asked is there, and the log of reads is written.
  await ask('GET', path, { headers });
  await sleep(WRITTEN_WITHIN);
  given.length = 0;
  await ask('GET', path, { headers });
  recorded[name] = statementsOfRead();
}
writeFileSync(file, JSON.stringify(recorded));
await app.close();
process.exit(0);
