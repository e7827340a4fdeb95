import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';
import { type Answer, type ApiClient, type Headers } from '../support/api-client.js';
import { runAs } from '../support/database.js';

interface Problem {
  code: string;
  status: number;
  errors?: { pointer: string; code: string; message: string }[];
}
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  api = await startTestApi({ label: 'bad_input' });
  admin = await api.login('quantri@demo.techgate.vn');
});
afterAll(() => api.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (payload: string, headers: Headers = JSON_TYPE) =>
  admin.raw<Problem>('POST', '/api/v1/organisations', payload, headers);
const organisation = (changes: Record<string, unknown>) =>
  post(JSON.stringify({ name: 'Công ty Bình thường', kind: 'other', ...changes }));
const faults = ({ body }: Answer<Problem>) =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
const count = async () =>
  (await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM organisation'))[0]?.['n'];

describe('malformed requests are refused with a pointer, and nothing is stored', () => {
  test.each<[string, () => Promise<Answer<Problem>>, string[]]>([
    ['broken JSON', () => post('{"name": '), [' json']],
    ['no body at all', () => admin.post<Problem>('/api/v1/organisations'), [' required']],
    ['a list instead of an object', () => post('["x"]'), []],
    ['a wrong type', () => organisation({ name: 7 }), ['/name is_string']],
    ['a name of blanks', () => organisation({ name: '\t\n' }), ['/name is_length']],
    ['an unknown field', () => organisation({ isAdmin: true }), ['/isAdmin unknown_field']],
    ['a text over its length', () => organisation({ name: 'x'.repeat(301) }), ['/name is_length']],
    ['a value outside the list', () => organisation({ kind: 'bank' }), ['/kind is_in']],
    ['control characters', () => organisation({ name: 'a\u0000b' }), ['/name control_characters']],
    ['a direction override', () => organisation({ name: 'a\u202eb' }), ['/name control_characters']],
    ['half a surrogate pair', () => post('{"name":"a\\ud800","kind":"other"}'), ['/name control_characters']],
    ['null in a field', () => organisation({ name: null }), ['/name null_value']],
    ['nesting without end', () => post(`{"name":${'['.repeat(200)}${']'.repeat(200)},"kind":"other"}`), []],
    ['a poisoned prototype', () => post('{"__proto__":{"admin":true},"name":"x y","kind":"other"}'), []],
  ])('%s', async (_, send, expected) => {
    const before = await count();
    const answer = await send();
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'malformed_request',
      type: 'urn:techgate:problem:malformed_request',
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(faults(answer)).toEqual(expect.arrayContaining(expected));
    expect(await count()).toBe(before);
  });

  test('unknown filters and numbers out of range', async () => {
    const answer = await admin.get<Problem>('/api/v1/users?limit=1000&colour=red');
    expect(faults(answer).sort()).toEqual(['/query/colour unknown_field', '/query/limit max']);
  });

  test('a header that is no key', async () => {
    const answer = await admin.get<Problem>('/api/v1/organisations?q=%00');
    expect(faults(answer)).toEqual(['/query/q control_characters']);
  });

  test('too large a body', async () => {
    const answer = await organisation({ name: 'x'.repeat(1024 * 1024) });
    expect(answer.body).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  test.each([
    [
      'breaks off',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.4',
      'b',
    ],
    ['is separated by what is too long', '--x--', 'x'.repeat(300)],
    ['is no form', 'nothing of the kind', 'b'],
    [
      'has a field that calls itself JSON and is none',
      '--b\r\ncontent-disposition: form-data; name="kind"\r\ncontent-type: application/json\r\n\r\n{x\r\n--b--',
      'b',
    ],
  ])('an upload that %s', async (_, payload, boundary) => {
    const owner = await api.login('gom@demo.techgate.vn');
    const { body } = await owner.post<{ id: string }>('/api/v1/dossiers', { procedureId: 'opinion' });
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await owner.raw('POST', `/api/v1/dossiers/${body.id}/documents`, payload, type);
    const broken = expect.stringMatching(/^(malformed_request|upload_interrupted)$/);
    expect(answer.body).toMatchObject({ status: 400, code: broken });
  });

  test('a content type that is not JSON', async () => {
    expect((await post('<a/>', { 'content-type': 'application/xml' })).body).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });
});

describe('what is not there', () => {
  test('an unknown route, and an id that does not exist or cannot be one, answer not_found', async () => {
    expect((await admin.get('/api/v1/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
    for (const id of ['00000009-0000-4000-8000-000000000001', 'nonsense', '1%27%20OR%201=1']) {
      const answer = await admin.patch(`/api/v1/users/${id}`, { active: false }, { 'if-match': '"1"' });
      expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test("another authority's account is answered like a missing one, byte for byte but for its own path", async () => {
    const other = '00000009-0000-4000-8000-00000000000a';
    await runAs(
      api.db.superuser,
      `INSERT INTO authority VALUES ('${other}', 'OTHER', 'Other', 'Other', now())`,
    );
    await runAs(
      api.db.superuser,
      `INSERT INTO app_user (id, authority_id, email, display_name, password_hash, created_at, updated_at)
       VALUES ('${other}', '${other}', 'a@other.vn', 'Other', 'x', now(), now())`,
    );
    const ask = async (id: string) => {
      const { status, headers, body } = await admin.patch(
        `/api/v1/users/${id}`,
        { active: false },
        { 'if-match': '"1"' },
      );
      const { date: _date, ...kept } = headers;
      delete (body as { requestId?: string }).requestId;
      return {
        status,
        headers: Object.keys(kept).sort(),
        body: JSON.parse(JSON.stringify(body).replaceAll(id, '<id>')) as unknown,
      };
    };
    expect(await ask(other)).toEqual(await ask('00000009-0000-4000-8000-00000000000b'));
  });

  test('a method that a route does not have names those that it has', async () => {
    const answer = await admin.put('/api/v1/users', {});
    expect(answer.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(answer.headers['allow']).toBe('GET, POST');
  });
});

const MISSING = '00000009-0000-4000-8000-00000000dead';
describe('a body that a route does not take', () => {
  test.each([
    ['{"dryRun":true,"b":1}', ['/b unknown_field', '/dryRun unknown_field']],
    ['[1]', [' unknown_field']],
    ['"text"', [' unknown_field']],
    ['{}', []],
  ])('%s', async (body, faults) => {
    const answer = await admin.raw<Problem>('POST', `/api/v1/notifications/${MISSING}/read`, body, {
      'content-type': 'application/json',
    });
    const told = (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(told.sort()).toEqual(faults);
    expect(answer.status).toBe(faults.length === 0 ? 404 : 400);
  });
});

describe('problem documents', () => {
  test('carry the request id, the path without its query, and speak the language asked for', async () => {
    const url = '/api/v1/nothing?email=a@b.vn';
    const vi = await api.anonymous.get(url);
    expect(vi.body).toMatchObject({
      requestId: vi.headers['x-request-id'],
      instance: '/api/v1/nothing',
      title: 'Không tìm thấy',
    });
    const en = await api.anonymous.get(url, {
      'accept-language': 'en-GB,vi;q=0.5',
      'x-request-id': 'bad id\n'.trim(),
    });
    expect(en.body).toMatchObject({ title: 'Not found' });
    expect(en.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('field messages are in the language too', async () => {
    const send = (language: string) =>
      admin.post<Problem>('/api/v1/organisations', { kind: 'other' }, { 'accept-language': language });
    expect((await send('en')).body.errors?.[0]?.message).toBe('This is required.');
    expect((await send('vi')).body.errors?.[0]?.message).toBe('Bắt buộc phải có.');
  });
});
