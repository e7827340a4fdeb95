import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoRegister, type RegisterActs } from './register.types.js';

const LIST = 'register-2026.csv';

/** The register of the demonstration: the list of projects, and what people do with it afterwards. */
export const readRegister = (folder: string): DemoRegister => ({
  fileName: LIST,
  list: readFileSync(join(folder, LIST)),
  acts: JSON.parse(readFileSync(join(folder, 'register-acts.json'), 'utf8')) as RegisterActs,
});
