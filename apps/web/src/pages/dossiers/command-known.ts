import { useQuery } from '@tanstack/react-query';
import { type CommandName } from '#contracts';
import { COMMAND_FIELDS, type Known } from './command-fields.js';
import { findingsQuery, roundsQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';

const FOLLOWS: readonly CommandName[] = ['approve_with_conditions', 'refuse'];

/** What a form begins with, from the record; null until it is there. */
export function useKnown(dossier: DossierView, command: CommandName): Known | null {
  const judges = COMMAND_FIELDS[command].some(({ kind }) => kind === 'findings' || kind === 'inconclusive');
  const follows = FOLLOWS.includes(command);
  const findings = useQuery({ ...findingsQuery(dossier.id), enabled: judges });
  const rounds = useQuery({ ...roundsQuery(dossier.id), enabled: follows });
  if ((judges && findings.isPending) || (follows && rounds.isPending)) return null;
  const round = rounds.data?.items.find(({ round }) => round === dossier.round);
  const conclusion = round?.conclusions.filter(({ sentBackAt }) => sentBackAt === null).at(-1) ?? null;
  const open = (findings.data?.findings ?? []).filter(({ verdict }) => verdict === 'inconclusive');
  return {
    conclusion: conclusion as Known['conclusion'],
    inconclusive: open.map(({ key }) => key),
    asked: dossier.openRequest?.content.items?.length ?? 0,
  };
}
