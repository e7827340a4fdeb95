import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';
import { type Actor, Refusal } from '#kernel';
import { type ApiRequest, headerOf, type Principal } from './api-request.types.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();
const fault = (pointer: string, code: string) =>
  new Refusal('malformed_request', { errors: [{ pointer, code }] });

/** What a handler takes from a header or the address stands in the document by being taken. */
const documentedBy =
  (describe: MethodDecorator): ParameterDecorator =>
  (target, key) => {
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) describe(target, key, descriptor);
  };
const documentedHeader = (name: string, required: boolean, description: string) =>
  documentedBy(ApiHeader({ name, required, description }));
const documentedWord = (name: string, words: string[], description: string) =>
  documentedBy(ApiQuery({ name, required: false, enum: words, description }));

/** The signed-in principal. @throws Refusal `not_signed_in` */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = requestOf(context);
  if (!principal) throw new Refusal('not_signed_in');
  return principal;
});

/** The person who acts. @throws Refusal `not_signed_in` */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { principal } = requestOf(context);
  if (!principal) throw new Refusal('not_signed_in');
  return principal.actor;
});

/** The revision in `If-Match`. @throws Refusal `precondition_required` when absent, `malformed_request` when not ours */
export const IfMatch = createParamDecorator(ifMatchOf, [
  documentedHeader('If-Match', true, 'The ETag of the revision that was seen'),
]);
function ifMatchOf(_: unknown, context: ExecutionContext): number {
  const header = headerOf(requestOf(context), 'if-match');
  if (header === undefined) throw new Refusal('precondition_required');
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (revision === undefined) throw fault('/headers/if-match', 'etag');
  return Number(revision);
}

/** The caller's key for this write, 1 to 200 visible ASCII characters, or null. */
export const IdempotencyKey = createParamDecorator(idempotencyKeyOf, [
  documentedHeader('Idempotency-Key', false, 'Repeats the answer of the same write instead of writing again'),
]);
function idempotencyKeyOf(_: unknown, context: ExecutionContext): string | null {
  const header = headerOf(requestOf(context), 'idempotency-key');
  if (header === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw fault('/headers/idempotency-key', 'idempotency_key');
  return header;
}

function dryRunOf(_: unknown, context: ExecutionContext): boolean {
  const value = (requestOf(context).query as { dryRun?: unknown }).dryRun;
  if (value === undefined) return false;
  if (value !== 'true' && value !== 'false') throw fault('/query/dryRun', 'is_boolean');
  return value === 'true';
}

/** Whether the caller asks, within a dry run, what an acceptance right after the command would do (`?then=accept`). */
export const ThenAccept = createParamDecorator(thenAcceptOf, [
  documentedWord(
    'then',
    ['accept'],
    'With dryRun: what the command and the acceptance right after it would do together',
  ),
]);
function thenAcceptOf(_: unknown, context: ExecutionContext): boolean {
  const value = (requestOf(context).query as { then?: unknown }).then;
  if (value === undefined) return false;
  if (value !== 'accept' || !dryRunOf(undefined, context)) throw fault('/query/then', 'accept_in_dry_run');
  return true;
}

/** Whether the caller only asks what would happen (`?dryRun=true`). */
export const DryRun = createParamDecorator(dryRunOf, [
  documentedWord(
    'dryRun',
    ['true', 'false'],
    'Only tells what the write would do, or how it would be refused',
  ),
]);

/**
 * Holds that nobody who only asks what would happen sets something going: a write that cannot be rehearsed refuses
 * `?dryRun` instead of passing over it. @throws Refusal `malformed_request`
 */
@Injectable()
export class DryRunGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, query } = requestOf(context);
    const isAsked = (query as { dryRun?: unknown }).dryRun !== undefined;
    if (isAsked && method !== 'GET' && !rehearses(context)) throw fault('/query/dryRun', 'no_dry_run');
    return true;
  }
}

/** Whether the handler takes `@DryRun()`. */
function rehearses(context: ExecutionContext): boolean {
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Record<string, { factory?: unknown }> | undefined;
  return Object.values(taken ?? {}).some(({ factory }) => factory === dryRunOf);
}
