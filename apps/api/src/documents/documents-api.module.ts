import { type DynamicModule, Module } from '@nestjs/common';
import { type ApiConfig } from '../config.js';
import { DocumentsController } from './documents.controller.js';
import { DossierDocuments } from './dossier-documents.js';
import { UPLOAD_MAX_BYTES } from './upload-limit.js';

/** Uploads and downloads; needs the global modules of documents, dossiers, identity and audit. */
@Module({})
export class DocumentsApiModule {
  static register({ uploadMaxBytes }: Pick<ApiConfig, 'uploadMaxBytes'>): DynamicModule {
    const limit = { provide: UPLOAD_MAX_BYTES, useValue: uploadMaxBytes };
    return {
      module: DocumentsApiModule,
      controllers: [DocumentsController],
      providers: [limit, DossierDocuments],
    };
  }
}
