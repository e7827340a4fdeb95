import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '#kernel';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in a path; what cannot be one is answered as one that does not exist. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new Refusal('not_found');
    return value.toLowerCase();
  }
}
