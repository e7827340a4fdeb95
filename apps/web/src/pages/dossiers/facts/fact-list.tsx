import { Anchor, Text } from '@mantine/core';
import { type TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TechnologyFacts } from '#contracts';
import { Values } from '../../../ui/values.js';
import { type FactRow } from '../findings/fact-values.js';
import { fieldName } from '../findings/fact-words.js';
import { ShownDocument } from '../viewer/shown-document.js';

interface Props {
  rows: readonly FactRow[];
  facts: TechnologyFacts;
  dossierId: string;
}
/** Fields with their values; what the agency entered from a paper says from which page of it. */
export function FactList({ rows, facts, dossierId }: Props) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const [shown, setShown] = useState<{ documentId: string; page?: number } | null>(null);
  const sourceOf = (path: string) => {
    const { sources = {} } = facts;
    const found = Object.keys(sources).find((source) => source === path || path.startsWith(`${source}.`));
    return found === undefined ? undefined : sources[found];
  };
  return (
    <>
      <Values
        items={rows.map(({ field, value, path }) => {
          const source = value === null ? undefined : sourceOf(path);
          return [
            fieldName(field, t),
            source === undefined ? (
              (value ?? undefined)
            ) : (
              <>
                {value}
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  display="block"
                  onClick={() => setShown(source)}
                >
                  {sourceWords(source, t)}
                </Anchor>
              </>
            ),
          ];
        })}
      />
      {shown !== null && (
        <div>
          <Text size="sm" className="tg-no-print">
            <Anchor component="button" type="button" size="sm" onClick={() => setShown(null)}>
              {t('review:viewer.hide')}
            </Anchor>
          </Text>
          <ShownDocument dossierId={dossierId} documentId={shown.documentId} page={shown.page} />
        </div>
      )}
    </>
  );
}

/** Where the agency read a value: the page of a paper, the cell of a list, or the paper alone. */
function sourceWords(
  { page, cell }: { page?: number; cell?: string },
  t: TFunction<['dossier', 'review', 'desk']>,
): string {
  if (page !== undefined) return t('dossier:facts.sourcePage', { page });
  return cell === undefined ? t('dossier:facts.source') : t('dossier:facts.sourceCell', { cell });
}
