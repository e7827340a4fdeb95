// Writes docs/diagrams/<procedure>-<pack>.md for every procedure of every shipped pack, as it acts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAllPacks } from '../libs/law/src/index.ts';
import { procedureDocument } from '../libs/workflow/src/index.ts';

for (const { manifest, procedures } of loadAllPacks(
  fileURLToPath(new URL('../libs/law/packs', import.meta.url)),
))
  for (const { id, definition } of procedures)
    writeFileSync(`docs/diagrams/${id}-${manifest.id.toLowerCase()}.md`, procedureDocument(definition));
