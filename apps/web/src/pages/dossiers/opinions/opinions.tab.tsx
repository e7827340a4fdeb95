import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { usePerson } from '../../../session/session.provider.js';
import { Section } from '../../../ui/section.js';
import { Answer, EmptyState } from '../../../ui/states.js';
import { councilsQuery } from '../../councils/council.query.js';
import { type Authorship, authorshipOf } from './authorship.js';
import { Card } from '../../../ui/card.js';
import { criteriaQuery, opinionsQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { OpinionCard } from './opinion-card.js';
import { OpinionForm } from './opinion-form.js';
import { RecordedOpinion } from './recorded-opinion.js';
import { BesideDocument } from '../viewer/beside-document.js';

/** Who wrote what about each criterion; whoever works on the dossier writes here. */
export function OpinionsTab({ dossier }: { dossier: DossierView }) {
  const opinions = useQuery(opinionsQuery(dossier.id));
  const sheets = useQuery(criteriaQuery(dossier.id));
  const seated = dossier.relations.includes('council_member');
  const councils = useQuery({ ...councilsQuery(dossier.id), enabled: seated });
  return (
    <Answer query={opinions}>
      {({ items }) => (
        <Answer query={sheets}>
          {(known) => {
            const props = { dossier, items, sheets: known.items };
            if (!seated) return <Opinions {...props} councils={[]} />;
            return <Answer query={councils}>{(all) => <Opinions {...props} councils={all} />}</Answer>;
          }}
        </Answer>
      )}
    </Answer>
  );
}

interface Props {
  dossier: DossierView;
  items: Schema<'OpinionDto'>[];
  sheets: Schema<'CriteriaSheetDto'>[];
  councils: readonly Schema<'CouncilDto'>[];
}

function Opinions({ dossier, items, sheets, councils }: Props) {
  const { t } = useTranslation('dossier');
  const person = usePerson();
  const own = items.find(({ authorId, round }) => authorId === person.id && round === dossier.round) ?? null;
  const authorship = authorshipOf(dossier, councils, person.id);
  const writes = authorship !== 'not' && authorship !== 'without_vote';
  const others = items.filter((opinion) => opinion !== own || !writes);
  const unread = writes && authorship !== 'lead' && own?.state !== 'recorded';
  return (
    <>
      {authorship === 'without_vote' && (
        <Section title={t('opinions.own')}>
          <Card>
            <Text>{t('opinions.withoutVote')}</Text>
          </Card>
        </Section>
      )}
      {writes && <Own {...{ dossier, own, sheets, authorship }} />}
      <Section title={t('opinions.title', { count: others.length })}>
        {others.length === 0 && (
          <EmptyState title={t(unread ? 'opinions.unread' : 'opinions.none')}>
            {t(unread ? 'opinions.unreadText' : 'opinions.noneText')}
          </EmptyState>
        )}
        {others.map((opinion) => (
          <OpinionCard key={opinion.id} opinion={opinion} sheets={sheets} dossier={dossier} />
        ))}
      </Section>
    </>
  );
}

interface OwnProps extends Pick<Props, 'dossier' | 'sheets'> {
  own: Schema<'OpinionDto'> | null;
  authorship: Authorship;
}

/** The own opinion: the form until it is on record, then what was recorded, from where it can be changed. */
function Own({ dossier, own, sheets, authorship }: OwnProps) {
  const { t } = useTranslation('dossier');
  const [shown, setShown] = useState<'as_it_is' | 'changing' | 'just_recorded'>('as_it_is');
  const sheet = sheets.find(({ id }) => id === own?.sheetId) ?? sheets[0];
  const isRecorded = own !== null && own.state === 'recorded' && shown !== 'changing';
  if (!sheet) return null;
  return (
    <Section title={t('opinions.own')}>
      {isRecorded ? (
        <RecordedOpinion
          {...{ dossier, own, sheets, authorship }}
          justNow={shown === 'just_recorded'}
          onChange={() => setShown('changing')}
        />
      ) : (
        <BesideDocument dossierId={dossier.id}>
          <OpinionForm
            key={sheet.id}
            {...{ dossier, sheet }}
            saved={own}
            onRecorded={() => setShown('just_recorded')}
            onCancel={() => setShown('as_it_is')}
          />
        </BesideDocument>
      )}
    </Section>
  );
}
