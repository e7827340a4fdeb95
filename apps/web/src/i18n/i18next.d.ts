import { type catalogue } from './vi/index.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof catalogue;
  }
}
