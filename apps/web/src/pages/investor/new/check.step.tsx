import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { keyed } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { formatDate } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { Notice } from '../../../ui/notice.js';
import { TakenBeforeNotice } from '../../intake/taken-before.js';
import { holdsBack, useTakenBefore } from '../../intake/taken-before.query.js';
import { newOpening, openedDraft, rememberOpened } from './opening-key.js';
import { addressOf, type Answers, newDossierOf, type Step } from './steps.js';

/** The answers once more; the draft is opened once, however often it is pressed. */
export function CheckStep({ answers, steps }: { answers: Answers; steps: Step[] }) {
  const { t } = useTranslation(['investor', 'answer']);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const written = useWritten(answers);
  const person = usePerson();
  const { opening: name = '' } = answers;
  const opened = openedDraft(person.id, name);
  const body = newDossierOf(answers);
  const before = useTakenBefore(
    { number: answers.number ?? '', on: answers.on ?? '', ownerId: answers.behalf ?? null },
    opened === null,
  );
  const opening = useOnce({
    mutationFn: () => {
      const header = keyed(name);
      return answer(
        api.POST('/api/v1/dossiers', { params: { header }, body: body as NonNullable<typeof body> }),
      );
    },
    onSuccess: ({ id }) => {
      rememberOpened(person.id, name, id);
      void queries.invalidateQueries({ queryKey: ['dossiers'] });
      // Back from the editor does not lead to this page again: its dossier is open already.
      navigate(`/dossiers/${id}/edit`, { replace: true });
    },
  });
  return (
    <Stack gap="lg">
      {answers.copyName !== undefined && (
        <Text>{t('answer:owner.copyFrom', { name: answers.copyName })}</Text>
      )}
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {steps
            .filter((step) => step !== 'check')
            .map((step) => (
              <Table.Tr key={step}>
                <Table.Th w="40%">{t(`new.rows.${step}`)}</Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {written[step]}{' '}
                  <Anchor
                    component={Link}
                    href={addressOf(step, answers)}
                    size="sm"
                    underline="always"
                    aria-label={t('check.changeNamed', { task: t(`new.rows.${step}`) })}
                  >
                    {t('check.change')}
                  </Anchor>
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      {!opening.isSuccess && <TakenBeforeNotice before={before} />}
      {opening.isError && <SubmitProblem error={opening.error} />}
      {opened === null || opening.isSuccess ? (
        <Group>
          <Button
            loading={opening.isPending}
            disabled={body === null || name === '' || holdsBack(before)}
            onClick={() => !opening.isSuccess && opening.mutate()}
          >
            {t('new.open')}
          </Button>
        </Group>
      ) : (
        <OpenedAlready dossierId={opened} answers={answers} />
      )}
    </Stack>
  );
}

/** Whoever comes back after opening goes on with that draft; another one is opened only when it is asked for. */
function OpenedAlready({ dossierId, answers }: { dossierId: string; answers: Answers }) {
  const { t } = useTranslation('investor');
  return (
    <Notice tone="plain" role="note" title={t('new.opened')}>
      <Stack gap="sm">
        <Text size="sm">{t('new.openedText')}</Text>
        <Group>
          <Button component={Link} href={`/dossiers/${dossierId}/edit`}>
            {t('new.continue')}
          </Button>
          <Button
            component={Link}
            variant="default"
            href={addressOf('check', { ...answers, opening: newOpening() })}
          >
            {t('new.openAnother')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}

function useWritten(answers: Answers): Partial<Record<Step, string>> {
  const { t } = useTranslation(['investor', 'words']);
  const { procedure, authority, number, on, receivedOn, firstName, behalfName, investorName, name } = answers;
  return {
    procedure: procedure && t(`words:procedure.${procedure}`),
    first: firstName,
    behalf: behalfName,
    investor: investorName,
    name,
    authority: authority && t(`new.authorities.${authority}`),
    paper: t('new.paperWritten', {
      number: number ?? '',
      on: formatDate(on),
      receivedOn: formatDate(receivedOn),
    }),
  };
}
