import { type DynamicModule, Module } from '@nestjs/common';
import { type ApiConfig } from '../config.js';
import { DocumentsController } from './documents.controller.js';
import { DossierDocuments } from './dossier-documents.js';
import { DOSSIER_ROOM, UPLOAD_MAX_BYTES } from './upload-limit.js';

type Limits = Pick<ApiConfig, 'uploadMaxBytes' | 'dossierRoom'>;

/** Uploads and downloads; needs the global modules of documents, dossiers, identity and audit. */
@Module({})
export class DocumentsApiModule {
  static register({ uploadMaxBytes, dossierRoom }: Limits): DynamicModule {
    const limit = { provide: UPLOAD_MAX_BYTES, useValue: uploadMaxBytes };
    const room = { provide: DOSSIER_ROOM, useValue: dossierRoom };
    return {
      module: DocumentsApiModule,
      controllers: [DocumentsController],
      providers: [limit, room, DossierDocuments],
    };
  }
}
