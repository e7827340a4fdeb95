import { Module } from '@nestjs/common';
import { ConsultationsController } from './consultations.controller.js';

/** Questions to agencies and independent bodies, and their answers; needs the global CaseworkModule. */
@Module({ controllers: [ConsultationsController] })
export class ConsultationsApiModule {}
