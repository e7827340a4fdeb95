import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/session.provider.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { ActForm } from '../commands/act-form.js';
import { acts } from '../commands/acts.query.js';
import { type DossierView, type FindingsView, type ListDecision } from '../dossier.types.js';
import { GroundFields, NO_GROUND } from '../commands/ground-fields.js';
import { mayDecide, maySecond, nameOfPerson } from '../findings/judging.js';
import { useTriedAct } from '../commands/use-act.js';

interface Props {
  dossier: DossierView;
  decided: ListDecision;
  view: FindingsView;
}

/** Taking a decision on a candidate back: with a reason and a document, by two people. */
export function MatchWithdrawal({ dossier, decided, view }: Props) {
  const { t } = useTranslation('review');
  const person = usePerson();
  const [writing, setWriting] = useState(false);
  const { state, withdrawalProposedBy, withdrawalReason } = decided;
  if (state === 'withdrawal_proposed')
    return (
      <>
        <Text size="sm">
          {t('match.withdrawalOf', {
            name: nameOfPerson(view, withdrawalProposedBy) ?? t('act.someone'),
            reason: withdrawalReason ?? '',
          })}
        </Text>
        {withdrawalProposedBy !== person.id && maySecond(person, dossier) && (
          <SecondWithdrawal dossier={dossier} decisionId={decided.id} />
        )}
      </>
    );
  if (!mayDecide(person, dossier) || (state !== 'stands' && state !== 'awaiting_second_person')) return null;
  if (writing) return <WithdrawalForm {...{ dossier, decided }} onClose={() => setWriting(false)} />;
  return (
    <div className="tg-no-print">
      <Button variant="default" size="xs" onClick={() => setWriting(true)}>
        {t('match.withdraw')}
      </Button>
    </div>
  );
}

function WithdrawalForm({ dossier, decided, onClose }: Omit<Props, 'view'> & { onClose: () => void }) {
  const { t } = useTranslation('review');
  const { value: ground, set, forget } = useKeptEntry(`match.withdrawal.${decided.id}`, NO_GROUND);
  const { reason, documentId } = ground;
  const act = useTriedAct(
    dossier.id,
    (content: { reason: string; documentId?: string }, call) =>
      acts.withdrawMatch(dossier.id, decided.id, content, call),
    forget,
  );
  // What never counted falls without proof.
  const proven = documentId !== '' || decided.state === 'awaiting_second_person';
  return (
    <ActForm
      act={act}
      content={{ reason, ...(documentId !== '' && { documentId }) }}
      name={t('match.withdraw')}
      saying={({ state }) => t(`match.saying.${state}`)}
      ready={reason.trim() !== '' && proven}
      onClose={onClose}
    >
      <GroundFields
        dossierId={dossier.id}
        id={`withdrawal-${decided.id}`}
        label={t('match.withdrawDocument')}
        required={decided.state !== 'awaiting_second_person'}
        ground={ground}
        onChange={set}
      />
    </ActForm>
  );
}

function SecondWithdrawal({ dossier, decisionId }: { dossier: DossierView; decisionId: string }) {
  const { t } = useTranslation('review');
  const act = useTriedAct(dossier.id, (id: string, call) => acts.secondWithdrawal(dossier.id, id, call));
  return (
    <ActForm
      act={act}
      content={decisionId}
      name={t('match.withdrawSecond')}
      saying={({ state }) => t(`match.saying.${state}`)}
    />
  );
}
