import { Module } from '@nestjs/common';
import { ConsultationLetterController } from './consultation-letter.controller.js';
import { ConsultationsController } from './consultations.controller.js';

/** Questions to agencies and independent bodies, and their answers; needs the global CaseworkModule. */
@Module({ controllers: [ConsultationsController, ConsultationLetterController] })
export class ConsultationsApiModule {}
