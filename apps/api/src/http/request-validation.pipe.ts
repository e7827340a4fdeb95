import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Refusal } from '#kernel';
import { pointerStep, shapeFaults } from './json-shape.rule.js';
import { withoutUnseen } from './without-unseen.js';

/** A fault of one field, before its text is chosen by language. */
export interface RequestFault {
  pointer: string;
  code: string;
}
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const codeOf = (constraint: string, error: ValidationError): string => {
  if (constraint === 'whitelistValidation') return 'unknown_field';
  if (error.value === null) return 'null_value';
  return error.value === undefined ? 'required' : snake(constraint);
};

function flatten(errors: readonly ValidationError[], base: string): RequestFault[] {
  return errors.flatMap((error) => {
    const pointer = base + pointerStep(error.property);
    const codes = Object.keys(error.constraints ?? {}).map((constraint) => codeOf(constraint, error));
    const own = [...new Set(codes)].map((code) => ({ pointer, code }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

/** Pointers of query and path values begin with where they stand; those of the body with the body itself. */
function under(base: string, error: unknown): unknown {
  if (!(error instanceof Refusal) || base === '') return error;
  const errors = (error.details['errors'] ?? []) as RequestFault[];
  return new Refusal(error.code, {
    ...error.details,
    errors: errors.map((fault) => ({ ...fault, pointer: base + fault.pointer })),
  });
}

const baseOf = (metadata: ArgumentMetadata) =>
  metadata.type === 'body' ? '' : `/${metadata.type === 'param' ? 'path' : metadata.type}`;

/** Whitelisting validation of everything that comes from outside; faults become `malformed_request` with a pointer each. */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      transform: true,
      stopAtFirstError: false,
      // Values are kept within lists too: whether one is missing is told by it.
      validationError: { target: false, value: true },
    });
  }

  override async transform(sent: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return sent;
    const value = withoutUnseen(sent, metadata.metatype);
    const base =
      metadata.data === undefined ? baseOf(metadata) : baseOf(metadata) + pointerStep(metadata.data);
    const shape = shapeFaults(value, base);
    if (shape.length > 0) throw new Refusal('malformed_request', { errors: shape });
    if (
      metadata.type === 'body' &&
      metadata.data === undefined &&
      (value === undefined || value === null) &&
      this.expectsDto(metadata)
    ) {
      throw new Refusal('malformed_request', { errors: [{ pointer: '', code: 'required' }] });
    }
    return await (super.transform(value, metadata) as Promise<unknown>).catch((error: unknown) => {
      throw under(base, error);
    });
  }

  override createExceptionFactory() {
    return (errors: ValidationError[] = []) =>
      new Refusal('malformed_request', { errors: flatten(errors, '') });
  }

  private expectsDto(metadata: ArgumentMetadata): boolean {
    return (
      metadata.metatype !== undefined &&
      ![Object, String, Number, Boolean, Array].some((type) => type === metadata.metatype)
    );
  }
}
