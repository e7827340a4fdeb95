import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type ApiRequest, headerOf } from './api-request.types.js';
import { type Language, languageOf } from './language.js';

/** The language in which the reader wants texts (Accept-Language); Vietnamese unless English is asked for. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(headerOf(context.switchToHttp().getRequest<ApiRequest>(), 'accept-language')),
);
