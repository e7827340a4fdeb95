import { Group, Radio, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../format/format.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { Tag } from '../../../ui/status-tag.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { ActForm } from '../commands/act-form.js';
import { acts } from '../commands/acts.query.js';
import { Basis } from '../../../ui/basis.js';
import { Card } from '../../../ui/card.js';
import { type CandidateView, type DossierView, type FindingsView } from '../dossier.types.js';
import { mayDecide, maySecond, nameOfPerson } from '../findings/judging.js';
import { useLawNames } from '../law-names.js';
import { entryOfMatch } from './left-reason.js';
import { MatchWithdrawal } from './match-withdrawal.js';
import { useTriedAct } from '../commands/use-act.js';

const TONES = { prohibited: 'red', restricted: 'amber', encouraged: 'blue', strategic: 'blue' } as const;

interface Props {
  candidate: CandidateView;
  dossier: DossierView;
  view: FindingsView;
}

export function CandidateCard({ candidate, dossier, view }: Props) {
  const { t } = useTranslation(['dossier', 'review']);
  const person = usePerson();
  const law = useLawNames(dossier);
  const { list, code, nameVi, score, method, listVersion, verification, decided, lineId } = candidate;
  const line = dossier.facts.lines?.find(({ id }) => id === lineId);
  const awaits = decided?.state === 'awaiting_second_person' && decided.decidedBy !== person.id;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{`${code} · ${nameVi}`}</Title>
        <Tag tone={TONES[list]}>{t(`dossier:candidates.list.${list}`)}</Tag>
        {candidate.standing === 'advice' && <Tag tone="grey">{t('review:match.advice')}</Tag>}
        {decided && <Tag tone="blue">{t(`dossier:candidates.state.${decided.state}`)}</Tag>}
        {decided?.madeInConflict === true && <Tag tone="red">{t('review:match.inConflict')}</Tag>}
      </Group>
      <Text size="sm">
        {t('dossier:candidates.match', {
          line: line?.technologyName ?? line?.name ?? lineId,
          score: formatNumber(Math.round(score * 100)),
          method: t(`dossier:candidates.method.${method}`),
        })}
      </Text>
      <Basis basis={law.list(listVersion)} verification={verification} />
      {decided && (
        <Text size="sm">
          <strong>{t(`dossier:candidates.decided.${decided.decision}`)}.</strong>{' '}
          {t('review:act.by', {
            name: nameOfPerson(view, decided.decidedBy) ?? t('review:act.someone'),
            reason: decided.reason,
          })}
        </Text>
      )}
      {decided === null && mayDecide(person, dossier) && <DecideForm {...{ dossier, candidate }} />}
      {awaits && maySecond(person, dossier) && <SecondForm dossier={dossier} decisionId={decided.id} />}
      {decided && hasRole(person, 'appraiser', 'head', 'leader') && (
        <MatchWithdrawal {...{ dossier, decided, view }} />
      )}
    </Card>
  );
}

const UNDECIDED = { decision: null as 'confirmed' | 'rejected' | null, reason: '' };

function DecideForm({ dossier, candidate }: Omit<Props, 'view'>) {
  const { t } = useTranslation(['dossier', 'review']);
  const { lineId, list, code } = candidate;
  const entry = useKeptEntry(entryOfMatch(dossier.id, candidate), UNDECIDED);
  const { decision, reason } = entry.value;
  const act = useTriedAct(
    dossier.id,
    (content: Parameters<typeof acts.decideMatch>[1], call) => acts.decideMatch(dossier.id, content, call),
    entry.forget,
  );
  return (
    <ActForm
      act={act}
      content={{ lineId, list, code, decision: decision ?? 'rejected', reason }}
      name={t('dossier:candidates.submit')}
      saying={(answer) =>
        t(`review:match.saying.${answer.decision === 'rejected' ? 'rejected' : answer.state}`)
      }
      ready={decision !== null && reason.trim() !== ''}
    >
      <Radio.Group
        label={t('dossier:candidates.question')}
        value={decision}
        onChange={(value) => entry.set({ ...entry.value, decision: value })}
      >
        <Group mt={4}>
          <Radio value="confirmed" label={t('dossier:candidates.decided.confirmed')} />
          <Radio value="rejected" label={t('dossier:candidates.decided.rejected')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t('dossier:candidates.reason')}
        value={reason}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => entry.set({ ...entry.value, reason: currentTarget.value })}
      />
    </ActForm>
  );
}

function SecondForm({ dossier, decisionId }: { dossier: DossierView; decisionId: string }) {
  const { t } = useTranslation(['dossier', 'review']);
  const act = useTriedAct(dossier.id, (id: string, call) => acts.secondMatch(dossier.id, id, call));
  return (
    <ActForm
      act={act}
      content={decisionId}
      name={t('dossier:candidates.second')}
      saying={({ state }) => t(`review:match.saying.${state}`)}
    />
  );
}
