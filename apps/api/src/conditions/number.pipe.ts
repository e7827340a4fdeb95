import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '#kernel';

/** A number in a path, from 1; whatever else stands there names nothing. @throws Refusal `not_found` */
@Injectable()
export class NumberPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refusal('not_found');
    return Number(text);
  }
}
