import { type DynamicModule, Module } from '@nestjs/common';
import { DOCUMENT_STORE } from './document-store.port.js';
import { LocalDocumentStore } from './local-document-store.js';

/** The content store, for every part that reads or writes files. */
@Module({})
export class DocumentsModule {
  /** @param storageFolder absolute folder of the stored bytes; created when it is missing. */
  static forRoot({ storageFolder }: { storageFolder: string }): DynamicModule {
    const store = { provide: DOCUMENT_STORE, useFactory: () => new LocalDocumentStore(storageFolder) };
    return {
      module: DocumentsModule,
      global: true,
      providers: [store],
      exports: [store],
    };
  }
}
