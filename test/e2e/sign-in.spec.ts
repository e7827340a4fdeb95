import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'sign_in' });
});
afterAll(() => api.close());

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}
const login = (email = 'chuyenvien1@demo.techgate.vn', password = 'TechGate-demo-2026') =>
  api.anonymous.post<Tokens>('/api/v1/auth/login', { email, password });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('signing in with tokens', () => {
  test('the right password gives tokens that open /me', async () => {
    const { status, body } = await login();
    expect({ status, expiresIn: body.expiresIn }).toEqual({ status: 200, expiresIn: 900 });
    const me = await api.anonymous.get('/api/v1/me', bearer(body.accessToken));
    expect(me.body).toMatchObject({ email: 'chuyenvien1@demo.techgate.vn', roles: ['appraiser'], csrfToken: null });
  });
});
