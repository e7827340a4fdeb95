import { type ApiRequest, headerOf } from './api-request.types.js';

const MACHINES = /^\/(api|health|metrics|assets)(\/|\?|$)/;

/** Whether a person went to an address with a browser: a page then says more than JSON. */
export const isAskedByPerson = (request: ApiRequest): boolean =>
  request.method === 'GET' &&
  !MACHINES.test(request.url) &&
  (headerOf(request, 'accept') ?? '').includes('text/html');
