import { Module } from '@nestjs/common';
import { LetterQueueController } from './letter-queue.controller.js';
import { LettersController } from './letters.controller.js';

@Module({ controllers: [LetterQueueController, LettersController] })
export class LettersHttpModule {}
