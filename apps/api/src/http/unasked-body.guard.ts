import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Refusal } from '#kernel';
import { type ApiRequest } from './api-request.types.js';
import { pointerStep } from './json-shape.rule.js';

/**
 * Holds that a route which takes no body passes over none: whoever sends one means something by it. An empty object
 * means nothing. @throws Refusal `malformed_request`
 */
@Injectable()
export class UnaskedBodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<ApiRequest>();
    if (body === undefined || body === null || takesBody(context)) return true;
    const fields = typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : null;
    if (fields?.length === 0) return true;
    const pointers = fields === null ? [''] : fields.map(pointerStep);
    throw new Refusal('malformed_request', {
      errors: pointers.slice(0, MOST_NAMED).map((pointer) => ({ pointer, code: 'unknown_field' })),
    });
  }
}
const MOST_NAMED = 20;

/** Whether the handler takes `@Body()`, or the whole request and so reads the body by itself. */
const READERS = [RouteParamtypes.BODY, RouteParamtypes.REQUEST].map((type) => `${type}:`);
function takesBody(context: ExecutionContext): boolean {
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Record<string, unknown> | undefined;
  return Object.keys(taken ?? {}).some((name) => READERS.some((reader) => name.startsWith(reader)));
}
