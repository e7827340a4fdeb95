// Writes docs/errors.md from the problem catalogue. Run it by `npm run docs:errors`; a test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROBLEMS } from '../libs/contracts/src/index.ts';
import { errorsDocument } from './errors-document.mjs';

writeFileSync(fileURLToPath(new URL('../docs/errors.md', import.meta.url)), errorsDocument(PROBLEMS));
