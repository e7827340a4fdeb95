import { HttpException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { Refusal } from '#kernel';
import { refusalOfError } from './refusal-of-error.js';

const sql = (code: string) => Object.assign(new Error('driver'), { driverError: { code } });

describe('what an error means to the caller', () => {
  test.each<[string, unknown, string | null]>([
    ['a refusal', new Refusal('not_found'), 'not_found'],
    ['no route', new NotFoundException(), 'not_found'],
    ['a body too large', new PayloadTooLargeException(), 'payload_too_large'],
    ['connection refused', Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'dependency_unavailable'],
    ['administrator shut the database down', sql('57P01'), 'dependency_unavailable'],
    ['connection failure', sql('08006'), 'dependency_unavailable'],
    ['a statement that took too long', sql('57014'), 'dependency_unavailable'],
    ['a lock that did not come', sql('55P03'), 'dependency_unavailable'],
    ['a status of the framework that we have no name for', new HttpException('x', 406), 'malformed_request'],
    ['a transaction that idled', sql('25P03'), 'dependency_unavailable'],
    [
      'a connection lost between two statements',
      new Error('Query runner already released. Cannot run queries anymore.'),
      'dependency_unavailable',
    ],
    [
      'a silent database',
      new Error('Connection terminated: the database is silent'),
      'dependency_unavailable',
    ],
    ['too many connections', sql('53300'), 'dependency_unavailable'],
    [
      'a cause three levels down',
      new Error('a', { cause: new Error('b', { cause: sql('08003') }) }),
      'dependency_unavailable',
    ],
    ['a violated constraint nobody expected', sql('23505'), null],
    ['a syntax error of ours in SQL', sql('42601'), null],
    ['a bug', new TypeError('x is not a function'), null],
    ['a thrown text', 'oops', null],
    [
      'an upstream error that pretends',
      Object.assign(new Error(), { statusCode: 404, code: 'NOT_OURS' }),
      null,
    ],
  ])('%s', (_, error, code) => {
    expect(refusalOfError(error)?.code ?? null).toBe(code);
  });
});
