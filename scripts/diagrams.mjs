// Writes docs/diagrams/<procedure>-<pack>.md for every procedure of every shipped pack.
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { procedureDocument } from '../libs/workflow/src/index.ts';

const packs = new URL('../libs/law/packs/', import.meta.url).pathname;
for (const pack of readdirSync(packs)) {
  const folder = join(packs, pack, 'procedures');
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder)) {
    const definition = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    writeFileSync(`docs/diagrams/${definition.id}-${pack}.md`, procedureDocument(definition));
  }
}
