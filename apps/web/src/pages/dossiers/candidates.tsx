import { Button, Group, Radio, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { Basis, Card, Section } from './bits.js';
import { decideMatch, dossierKey, standBeside } from './dossier.query.js';
import { type CandidateView, type DossierView } from './dossier.types.js';

/** What may be on a list of technologies: people decide, and a prohibited one needs two of them. */
export function Candidates({ dossier, candidates }: { dossier: DossierView; candidates: CandidateView[] }) {
  const { t } = useTranslation('dossier');
  return (
    <Section title={t('candidates.title', { count: candidates.length })}>
      {candidates.map((candidate) => (
        <CandidateCard
          key={`${candidate.lineId} ${candidate.list} ${candidate.code}`}
          candidate={candidate}
          dossier={dossier}
        />
      ))}
    </Section>
  );
}

function CandidateCard({ candidate, dossier }: { candidate: CandidateView; dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const person = usePerson();
  const { list, code, nameVi, score, method, listVersion, verification, decided, lineId } = candidate;
  const line = dossier.facts.lines?.find(({ id }) => id === lineId);
  const open = decided === null && dossier.leadAppraiserId === person.id && dossier.status === 'under_review';
  const second =
    decided?.state === 'awaiting_second_person' &&
    decided.decidedBy !== person.id &&
    hasRole(person, 'appraiser', 'head');
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{`${code} · ${nameVi}`}</Title>
        <Tag tone={list === 'prohibited' ? 'red' : 'amber'}>{t(`candidates.list.${list}`)}</Tag>
        {decided && <Tag tone="blue">{t(`candidates.state.${decided.state}`)}</Tag>}
      </Group>
      <Text size="sm">
        {t('candidates.match', {
          line: line?.technologyName ?? line?.name ?? lineId,
          score: formatNumber(Math.round(score * 100)),
          method: t(`candidates.method.${method}`),
        })}
      </Text>
      <Basis basis={listVersion} verification={verification} />
      {decided && (
        <Text size="sm">
          {t(`candidates.decided.${decided.decision}`)}: {decided.reason}
        </Text>
      )}
      {open && <DecideForm dossier={dossier} candidate={candidate} />}
      {second && <SecondForm dossier={dossier} decisionId={decided.id} />}
    </Card>
  );
}

/** Makes what is shown of a dossier old, so that it is asked for again. */
export function useRefresh(id: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: dossierKey(id) }),
      queries.invalidateQueries({ queryKey: ['dossiers'] }),
    ]);
}

function DecideForm({ dossier, candidate }: { dossier: DossierView; candidate: CandidateView }) {
  const { t } = useTranslation('dossier');
  const [decision, setDecision] = useState<'confirmed' | 'rejected' | null>(null);
  const [reason, setReason] = useState('');
  const refresh = useRefresh(dossier.id);
  const { lineId, list, code } = candidate;
  const deciding = useMutation({
    mutationFn: () =>
      decideMatch(dossier.id, { lineId, list, code, decision: decision ?? 'rejected', reason }),
    onSuccess: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        deciding.mutate();
      }}
    >
      <Radio.Group label={t('candidates.question')} value={decision} onChange={(value) => setDecision(value)}>
        <Group mt={4}>
          <Radio value="confirmed" label={t('candidates.decided.confirmed')} />
          <Radio value="rejected" label={t('candidates.decided.rejected')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t('candidates.reason')}
        value={reason}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {deciding.isError && <ProblemAlert error={deciding.error} />}
      <Button
        type="submit"
        mt="sm"
        loading={deciding.isPending}
        disabled={decision === null || reason.trim() === ''}
      >
        {t('candidates.submit')}
      </Button>
    </form>
  );
}

function SecondForm({ dossier, decisionId }: { dossier: DossierView; decisionId: string }) {
  const { t } = useTranslation('dossier');
  const refresh = useRefresh(dossier.id);
  const standing = useMutation({ mutationFn: () => standBeside(dossier.id, decisionId), onSuccess: refresh });
  return (
    <>
      {standing.isError && <ProblemAlert error={standing.error} />}
      <div>
        <Button loading={standing.isPending} onClick={() => standing.mutate()}>
          {t('candidates.second')}
        </Button>
      </div>
    </>
  );
}
