import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type InconclusiveAnswer } from '#contracts';
import { Answer } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { roundsQuery } from '../dossiers/dossier.query.js';
import { type DossierView, type FindingsView } from '../dossiers/dossier.types.js';
import { Line } from './line.js';
import { openPoints } from './open-points.js';

interface Props {
  dossier: DossierView;
  findings: FindingsView['findings'];
  /** The name of a line or machine. */
  nameOf: (id: string | null) => string | undefined;
}

/** What the screening left open and how the conclusion answers it: which risk whoever signs takes over, and from whom. */
export function OpenPoints({ dossier, findings, nameOf }: Props) {
  const { t } = useTranslation(['decisions', 'dossier']);
  const rounds = useQuery(roundsQuery(dossier.id));
  const count = openPoints(findings, []).length;
  if (count === 0) return null;
  return (
    <Answer query={rounds}>
      {({ items }) => {
        const round = items.find((one) => one.round === dossier.round);
        const conclusion = round?.conclusions.find(({ sentBackAt }) => sentBackAt === null);
        const content = conclusion?.content as { inconclusive?: InconclusiveAnswer[] } | undefined;
        return (
          <>
            <Title order={3} size="sm">
              {t('page.inconclusive', { count, name: conclusion?.concludedBy ?? '' })}
            </Title>
            {openPoints(findings, content?.inconclusive ?? []).map((point) => (
              <Line
                key={point.key}
                tag={
                  <Tag tone={point.answer === null || point.answer === 'accepted_risk' ? 'amber' : 'grey'}>
                    {t(point.answer === null ? 'page.unanswered' : `dossier:inconclusive.${point.answer}`)}
                  </Tag>
                }
                name={[point.title, nameOf(point.subjectId)].filter(Boolean).join(': ')}
                aside={point.reason}
              >
                {point.reason}
              </Line>
            ))}
          </>
        );
      }}
    </Answer>
  );
}
