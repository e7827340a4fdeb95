import { Alert, Button, Group, List, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CouncilSeat } from '#contracts';
import { newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatDate } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { Answer } from '../../ui/states.js';
import { Basis } from '../../ui/basis.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { candidatesQuery, establish } from './council.query.js';
import { Remarks } from './remarks.js';
import { SeatTable } from './seat-table.js';
import { useAct } from '../dossiers/commands/use-act.js';

const UNNAMED = { name: '', decidedBasis: '', dueOn: '' };
interface Props {
  dossier: DossierView;
  establishBy: Schema<'ConsultationFormDto'>['establishBy'];
}

/** A head or a leader chooses people and seats, looks at what is unusual about them, and invites. */
export function EstablishForm({ dossier, establishBy }: Props) {
  const { t } = useTranslation('council');
  const [particulars, setParticulars] = useState(UNNAMED);
  const [seats, setSeats] = useState<Record<string, CouncilSeat>>({});
  const candidates = useQuery(candidatesQuery(dossier.id));
  const chosen = Object.keys(seats).length;
  const body = {
    ...Object.fromEntries(Object.entries(particulars).filter(([, value]) => value.trim() !== '')),
    members: Object.entries(seats).map(([userId, seat]) => ({ userId, seat })),
  };
  const previewing = useOnce({ mutationFn: () => establish(dossier.id, body, newActKey(), true) });
  const founding = useAct(dossier.id, (sent: typeof body, key) => establish(dossier.id, sent, key));
  const error = founding.error ?? previewing.error;
  return (
    <Section title={t('found.title')}>
      <Card>
        {establishBy && (
          <Text size="sm">
            {t(establishBy.late ? 'found.late' : 'found.establishBy', { on: formatDate(establishBy.dueOn) })}{' '}
            <Basis basis={establishBy.basis} verification={establishBy.verification} />
          </Text>
        )}
        {previewing.data === undefined ? (
          <>
            <Particulars values={particulars} onChange={setParticulars} />
            <Title order={3}>{t('found.people')}</Title>
            <Text size="sm" c="dimmed">
              {t('found.peopleHint')}
            </Text>
            <Answer query={candidates}>
              {(people) => <SeatTable people={people} seats={seats} onChange={setSeats} />}
            </Answer>
            {error !== null && <ProblemAlert error={error} />}
            <Group>
              <Button
                loading={previewing.isPending}
                disabled={chosen === 0}
                onClick={() => previewing.mutate()}
              >
                {t('found.preview')}
              </Button>
              <Text size="sm" role="status">
                {t('found.seated', { count: chosen })}
              </Text>
            </Group>
          </>
        ) : (
          <Stack>
            <List>
              {body.members.map(({ userId, seat }) => (
                <List.Item key={userId}>
                  {`${candidates.data?.find((one) => one.userId === userId)?.name ?? userId} – ${t(`seat.${seat}`)}`}
                </List.Item>
              ))}
            </List>
            {previewing.data.remarks.length === 0 ? (
              <Text size="sm">{t('found.fine')}</Text>
            ) : (
              <Remarks remarks={previewing.data.remarks} />
            )}
            <Alert variant="outline" role="note">
              {t('found.willDo')}
            </Alert>
            {error !== null && <ProblemAlert error={error} />}
            <Group>
              <Button loading={founding.isPending} onClick={() => founding.mutate(body)}>
                {t('found.confirm')}
              </Button>
              <Button variant="default" disabled={founding.isPending} onClick={() => previewing.reset()}>
                {t('found.change')}
              </Button>
            </Group>
          </Stack>
        )}
      </Card>
    </Section>
  );
}

interface ParticularsProps {
  values: typeof UNNAMED;
  onChange: (values: typeof UNNAMED) => void;
}

function Particulars({ values, onChange }: ParticularsProps) {
  const { t } = useTranslation('council');
  const set = (part: Partial<typeof UNNAMED>) => onChange({ ...values, ...part });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('found.name')}
          description={t('found.nameHint')}
          maxLength={300}
          value={values.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TextInput
          label={t('found.basis')}
          description={t('found.basisHint')}
          maxLength={2000}
          value={values.decidedBasis}
          onChange={({ currentTarget }) => set({ decidedBasis: currentTarget.value })}
        />
      </SimpleGrid>
      <DateField
        maw={260}
        label={t('found.dueOn')}
        value={values.dueOn}
        onChange={(day) => set({ dueOn: day })}
      />
    </>
  );
}
