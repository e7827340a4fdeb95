/** The sides of a dossier, each under an address of its own; the overview is under that of the dossier itself. */
export const DOSSIER_TABS = [
  '',
  'facts',
  'findings',
  'opinions',
  'consultations',
  'council',
  'conditions',
  'documents',
  'letters',
  'clocks',
  'timeline',
  'procedure',
  'log',
] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];
