import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';

/** What every act on a council documents: its name, what it answers, the key of the delivery, and the dry run. */
export const ActRoute = (operationId: string, summary: string, answer: Type): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ operationId, summary }),
    ApiQuery({ name: 'dryRun', required: false, type: Boolean }),
    ApiOkResponse({ type: answer }),
  );
