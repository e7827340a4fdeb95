// What Jest gives to a test, for tests that run on Node itself: as globals and as `@jest/globals`.
import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';

export const expect = jestExpect;
export const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;

Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test });
