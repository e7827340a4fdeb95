import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Refusal } from '#kernel';
import { type ApiRequest, headerOf } from './api-request.types.js';
import { JSON_LIMIT_BYTES } from './body-limits.js';

/** Bytes of the body as it was announced; counted where it came without its length. */
const sizeOf = (request: ApiRequest): number =>
  Number(
    headerOf(request, 'content-length') ??
      (request.body === undefined ? 0 : Buffer.byteLength(JSON.stringify(request.body))),
  );

/** Holds strangers to the ordinary size on a route that takes more of whoever is signed in. @throws Refusal `payload_too_large` */
@Injectable()
export class StrangersBodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (request.principal === undefined && sizeOf(request) > JSON_LIMIT_BYTES)
      throw new Refusal('payload_too_large');
    return true;
  }
}
