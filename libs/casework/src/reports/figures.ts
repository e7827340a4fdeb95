import { type Tx } from '#database';
import { countDossiers, type DossierListItem, listDossiers, parseListQuery, rawQueryOf } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { civilDateOf } from '#kernel';
import { type CountedList } from '#projects';

/** Which day decides what a number counts: none for how things stand today. */
export type FigureBasis = 'today' | 'due' | 'decided' | 'registered';
/** A number with the very list that it counts: `GET path?query`. */
export interface Figure {
  value: number;
  basis: FigureBasis;
  list: { path: '/api/v1/dossiers' | '/api/v1/projects'; query: string };
}

/** A number of dossiers, counted by the query that opens its list. */
export async function dossierFigure(
  tx: Tx,
  basis: FigureBasis,
  query: Record<string, string>,
): Promise<Figure> {
  const text = new URLSearchParams(query).toString();
  const value = await countDossiers(tx, parseListQuery(rawQueryOf(text)));
  return { value, basis, list: { path: '/api/v1/dossiers', query: text } };
}

/** A number of projects of the register. */
export const projectFigure = ({ count, query }: CountedList, basis: FigureBasis): Figure => ({
  value: count,
  basis,
  list: { path: '/api/v1/projects', query },
});

/** The first dossiers of the list of a number. */
export async function firstOf({ list }: Figure, tx: Tx, limit: number): Promise<DossierListItem[]> {
  const query = parseListQuery({ ...rawQueryOf(list.query), limit: String(limit) });
  const seen = (offset: number) => visibleDossiersSql(tx, offset);
  return (await listDossiers(tx, query, seen, civilDateOf(tx.at))).items;
}
