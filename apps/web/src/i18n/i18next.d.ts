import { type AREAS } from './areas.js';
import { type catalogue } from './vi/index.js';

type AreaTexts = { [Area in keyof typeof AREAS]: Awaited<ReturnType<(typeof AREAS)[Area]['vi']>> };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof catalogue & AreaTexts;
  }
}
