import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/session.provider.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { ActForm } from '../commands/act-form.js';
import { acts } from '../commands/acts.query.js';
import { type DossierView, type FindingsView, type FindingView } from '../dossier.types.js';
import { GroundFields, NO_GROUND } from '../commands/ground-fields.js';
import { mayDecide, maySecond, nameOfPerson } from './judging.js';
import { useTriedAct } from '../commands/use-act.js';

const PROHIBITED = 'list.prohibited';

interface Props {
  finding: FindingView;
  dossier: DossierView;
  view: FindingsView;
}

/** Setting a breached finding aside: one proposes it with a reason and a document, another agrees. */
export function Overturn({ finding, dossier, view }: Props) {
  const { t } = useTranslation('review');
  const person = usePerson();
  const [writing, setWriting] = useState(false);
  const { overturn, verdict, test, key } = finding;
  if (overturn !== null)
    return (
      <>
        <Text size="sm">
          {t('overturn.proposed', {
            name: nameOfPerson(view, overturn.proposedBy) ?? t('act.someone'),
            reason: overturn.reason,
          })}
        </Text>
        {overturn.secondedBy === null &&
          overturn.proposedBy !== person.id &&
          maySecond(person, dossier) &&
          // What was screened before a change is not what anybody agrees to.
          (view.current ? (
            <SecondOverturn dossier={dossier} overturnId={overturn.id} title={finding.texts.title} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('overturn.screenFirst')}
            </Text>
          ))}
      </>
    );
  // What is on the prohibited list is not set aside: its match is withdrawn.
  if (verdict !== 'breached' || test === PROHIBITED || !view.current || !mayDecide(person, dossier))
    return null;
  if (writing) return <OverturnForm {...{ dossier, findingKey: key }} onClose={() => setWriting(false)} />;
  return (
    <div className="tg-no-print">
      <Button variant="default" size="xs" onClick={() => setWriting(true)}>
        {t('overturn.propose')}
      </Button>
    </div>
  );
}

function OverturnForm({
  dossier,
  findingKey,
  onClose,
}: {
  dossier: DossierView;
  findingKey: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('review');
  const { value: ground, set, forget } = useKeptEntry(`overturn.${dossier.id}.${findingKey}`, NO_GROUND);
  const act = useTriedAct(
    dossier.id,
    (content: Parameters<typeof acts.overturn>[1], call) => acts.overturn(dossier.id, content, call),
    forget,
  );
  return (
    <ActForm
      act={act}
      content={{ findingKey, ...ground }}
      name={t('overturn.propose')}
      saying={({ state }) => t(`overturn.saying.${state}`)}
      ready={ground.reason.trim() !== '' && ground.documentId !== ''}
      onClose={onClose}
    >
      <GroundFields
        dossierId={dossier.id}
        id={`overturn-${findingKey}`}
        label={t('overturn.document')}
        required
        ground={ground}
        onChange={set}
      />
    </ActForm>
  );
}

interface SecondProps {
  dossier: DossierView;
  overturnId: string;
  /** Of the finding, which leaves what is to be looked at once it is set aside. */
  title: string;
}

function SecondOverturn({ dossier, overturnId, title }: SecondProps) {
  const { t } = useTranslation('review');
  const act = useTriedAct(
    dossier.id,
    (id: string, call) => acts.secondOverturn(dossier.id, id, call),
    () =>
      notifications.show({
        color: 'green',
        title: t('overturn.done', { title }),
        message: t('overturn.doneText'),
      }),
  );
  return (
    <ActForm
      act={act}
      content={overturnId}
      name={t('overturn.second')}
      saying={({ state }) => t(`overturn.saying.${state}`)}
    />
  );
}
