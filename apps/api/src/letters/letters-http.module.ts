import { Module } from '@nestjs/common';
import { LetterQueueController } from './letter-queue.controller.js';
import { LetterRegisterController } from './letter-register.controller.js';
import { LettersController } from './letters.controller.js';

@Module({ controllers: [LetterQueueController, LetterRegisterController, LettersController] })
export class LettersHttpModule {}
