import { type DynamicModule, Module } from '@nestjs/common';
import { type ApiConfig } from '../config.js';
import { DocumentsController } from './documents.controller.js';
import { UPLOAD_MAX_BYTES } from './upload-limit.js';

/** Uploads and downloads; needs the global DocumentsModule. */
@Module({})
export class DocumentsApiModule {
  static register({ uploadMaxBytes }: Pick<ApiConfig, 'uploadMaxBytes'>): DynamicModule {
    const limit = { provide: UPLOAD_MAX_BYTES, useValue: uploadMaxBytes };
    return { module: DocumentsApiModule, controllers: [DocumentsController], providers: [limit] };
  }
}
