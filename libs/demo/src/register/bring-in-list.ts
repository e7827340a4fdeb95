import { bodyOf } from '../actions/action.types.js';
import { multipart } from '../driver/multipart.js';
import { type Person } from '../driver/person.js';
import { type DemoRegister } from './register.types.js';

interface Uploaded {
  id: string;
  sheets: { name: string; headerRow: number; columns: { column: string; field: string | null }[] }[];
}

/**
 * Brings a list into the register as a clerk does: upload, the proposed columns, preview, run. Projects of one investor
 * that look alike are other projects here. Returns the id of the import. @throws Error when a step is refused
 */
export async function bringInList(clerk: Person, { fileName, list }: DemoRegister): Promise<string> {
  const { id, sheets } = await upload(clerk, fileName, list);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('the list has no sheet');
  const mapping = Object.fromEntries(
    sheet.columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])),
  );
  await send(clerk, `${id}/preview`, {
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    mapping,
    units: { capital: 'vnd' },
  });
  await send(clerk, `${id}/run`, { undecidedInFile: 'import_as_new', undecidedInRegister: 'skip' });
  return id;
}

async function upload(clerk: Person, name: string, content: Uint8Array): Promise<Uploaded> {
  const { body, contentType } = multipart({}, { name, type: 'text/csv', content });
  const headers = { 'content-type': contentType, 'idempotency-key': `register-${name}` };
  return bodyOf(await clerk.raw({ method: 'POST', path: '/projects/imports', headers, body }));
}

const send = async (clerk: Person, path: string, body: object): Promise<unknown> =>
  bodyOf(
    await clerk.send('POST', `/projects/imports/${path}`, body, { 'idempotency-key': `register-${path}` }),
  );
