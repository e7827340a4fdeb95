import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PUBLIC_ACTOR } from '#casework';
import { type Bilingual } from '#contracts';
import { UnitOfWork } from '#database';
import { civilDate } from '#kernel';
import { type CheckedLetter, checkLettersByHash, checkLettersByNumber, LETTER_NAMES } from '#letters';
import { Policy } from '../http/policy.decorator.js';
import { LetterCheckDto, LetterHashDto, LetterNumberQueryDto } from './public-letters.dto.js';
import { CHECK_WORDS, STANDING_WORDS } from './public-words.js';

const shown = (letter: CheckedLetter): LetterCheckDto['letters'][number] => ({
  ...letter,
  kindName: LETTER_NAMES[letter.kind],
  standingText: STANDING_WORDS[letter.standing],
});

function answerOf(letters: readonly CheckedLetter[], known: Bilingual, unknown: Bilingual): LetterCheckDto {
  return {
    known: letters.length > 0,
    text: letters.length > 0 ? known : unknown,
    letters: letters.map(shown),
    disclosure: CHECK_WORDS.disclosure,
  };
}

@ApiTags('Public')
@Controller('public/letters')
@Policy({
  who: 'public',
  ignoresCredentials: true,
  note: 'Everybody, at a rate of its own: whoever is handed a letter may ask whether it is genuine',
})
export class PublicLettersController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'checkLetterByNumber',
    summary: 'Whether a letter with this number was issued here, and what it is worth today',
  })
  @ApiOkResponse({ type: LetterCheckDto })
  async byNumber(@Query() { number, issuedOn }: LetterNumberQueryDto): Promise<LetterCheckDto> {
    const on = issuedOn === undefined ? null : civilDate(issuedOn);
    const letters = await this.unitOfWork.ask(PUBLIC_ACTOR, (tx) => checkLettersByNumber(tx, number, on));
    return answerOf(letters, CHECK_WORDS.byNumber, CHECK_WORDS.unknownNumber);
  }

  @Post('check')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'checkLetterByHash',
    summary: 'Whether a file with this SHA-256 was issued here, and as what; the file itself is not sent',
  })
  @ApiOkResponse({ type: LetterCheckDto })
  async byHash(@Body() { sha256 }: LetterHashDto): Promise<LetterCheckDto> {
    const letters = await this.unitOfWork.ask(PUBLIC_ACTOR, (tx) => checkLettersByHash(tx, sha256));
    return answerOf(letters, CHECK_WORDS.byHash, CHECK_WORDS.unknownHash);
  }
}
