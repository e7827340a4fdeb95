/** Texts that come with the pages of an area, since most people never open the others. */
export const AREAS = {
  account: {
    vi: async () => (await import('./vi/account.js')).account,
    en: async () => (await import('./en/account.js')).account,
  },
  answer: {
    vi: async () => (await import('./vi/answer.js')).answer,
    en: async () => (await import('./en/answer.js')).answer,
  },
  admin: {
    vi: async () => (await import('./vi/admin.js')).admin,
    en: async () => (await import('./en/admin.js')).admin,
  },
  audit: {
    vi: async () => (await import('./vi/audit.js')).audit,
    en: async () => (await import('./en/audit.js')).audit,
  },
  decisions: {
    vi: async () => (await import('./vi/decisions.js')).decisions,
    en: async () => (await import('./en/decisions.js')).decisions,
  },
  clerk: {
    vi: async () => (await import('./vi/clerk.js')).clerk,
    en: async () => (await import('./en/clerk.js')).clerk,
  },
  council: {
    vi: async () => (await import('./vi/council.js')).council,
    en: async () => (await import('./en/council.js')).council,
  },
  desk: {
    vi: async () => (await import('./vi/desk.js')).desk,
    en: async () => (await import('./en/desk.js')).desk,
  },
  dossier: {
    vi: async () => (await import('./vi/dossier.js')).dossier,
    en: async () => (await import('./en/dossier.js')).dossier,
  },
  editor: {
    vi: async () => (await import('./vi/editor.js')).editor,
    en: async () => (await import('./en/editor.js')).editor,
  },
  investor: {
    vi: async () => (await import('./vi/investor.js')).investor,
    en: async () => (await import('./en/investor.js')).investor,
  },
  law: {
    vi: async () => (await import('./vi/law.js')).law,
    en: async () => (await import('./en/law.js')).law,
  },
  pdf: {
    vi: async () => (await import('./vi/pdf.js')).pdf,
    en: async () => (await import('./en/pdf.js')).pdf,
  },
  reports: {
    vi: async () => (await import('./vi/reports.js')).reports,
    en: async () => (await import('./en/reports.js')).reports,
  },
  public: {
    vi: async () => (await import('./vi/public.js')).publicTexts,
    en: async () => (await import('./en/public.js')).publicTexts,
  },
  register: {
    vi: async () => (await import('./vi/register.js')).register,
    en: async () => (await import('./en/register.js')).register,
  },
  review: {
    vi: async () => (await import('./vi/review.js')).review,
    en: async () => (await import('./en/review.js')).review,
  },
};
export type Area = keyof typeof AREAS;
