import { writeFileSync } from 'node:fs';
import { VERSION } from '#kernel';
import { readConfig } from './config.js';
import { createPreview } from './create-app.js';
import { apiDocument } from './http/api-document.js';

const app = await createPreview(readConfig({}));
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(apiDocument(app, VERSION), null, 2)}\n`);
