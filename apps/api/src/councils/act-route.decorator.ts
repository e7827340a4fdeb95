import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';

/** What every act on a council documents: its name and what it answers. */
export const FinalActRoute = (operationId: string, summary: string, answer: Type): MethodDecorator =>
  applyDecorators(HttpCode(200), ApiOperation({ operationId, summary }), ApiOkResponse({ type: answer }));

/** The same of an act that can be rehearsed. */
export const ActRoute = (operationId: string, summary: string, answer: Type): MethodDecorator =>
  applyDecorators(
    FinalActRoute(operationId, summary, answer),
    ApiQuery({ name: 'dryRun', required: false, type: Boolean }),
  );
