import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EARLIER_LETTER, type EarlierLetter } from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

/** What becomes of the letter under review. */
export type Settled = EarlierLetter;

/** The field in which a decision after a complaint says what becomes of the letter under review. */
export const SettlesEarlierLetter = () =>
  applyDecorators(
    ApiPropertyOptional({
      enum: EARLIER_LETTER,
      description: 'Needed in a round after a complaint: what becomes of the letter under review',
    }),
    MayBeAbsent(),
    IsIn(EARLIER_LETTER),
  );
