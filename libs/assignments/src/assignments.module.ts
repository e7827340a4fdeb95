import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DeclareConflict } from './declare-conflict.use-case.js';
import { AnswerAssignment } from './answer-assignment.use-case.js';

/** Assignments and conflicts; needs `DossierActs` from a global module. */
@Module({})
export class AssignmentsModule {
  /** @param news provider of `ASSIGNMENT_NEWS`: how those who assign hear of an answer. */
  static register(news: Provider): DynamicModule {
    const services = [AnswerAssignment, DeclareConflict];
    return { module: AssignmentsModule, providers: [news, ...services], exports: services };
  }
}
