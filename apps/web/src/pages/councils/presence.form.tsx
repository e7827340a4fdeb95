import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COUNCIL_PRESENCES, type CouncilPresence } from '#contracts';
import { problemOfError } from '../../api/problem.js';
import { useProblemTexts } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { KeptNote, withoutRefusal } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { recordPresence } from './council.query.js';
import { type Council, type Member, type Session } from './council.types.js';
import { type Paper, PaperField } from './paper-field.js';
import {
  isCompletePresence,
  type PresenceChange,
  presenceOrders,
  refusedMember,
} from './presence-changes.js';
import { ActForm } from '../dossiers/commands/act-form.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';

interface Props {
  dossier: DossierView;
  council: Council;
  session: Session;
}

/** The roll call: what is changed here is sent at once; what others recorded meanwhile shows beside it. */
export function PresenceForm({ dossier, council, session }: Props) {
  const { t } = useTranslation('council');
  const entry = useKeptEntry<Record<string, PresenceChange>>(`presence.${session.id}`, {});
  const members = council.members.filter(({ state }) => state !== 'released' && state !== 'declined');
  // Whoever left the council since this was entered is not recorded any more.
  const changes = Object.fromEntries(
    Object.entries(entry.value).filter(([id]) => members.some(({ memberId }) => memberId === id)),
  );
  const saving = useTriedAct(
    dossier.id,
    (sent: Record<string, PresenceChange>, call) =>
      recordPresence({ id: dossier.id, sessionId: session.id }, { presence: presenceOrders(sent) }, call),
    entry.forget,
  );
  const { previewing, acting } = saving;
  const tried = acting.isError ? acting : previewing;
  // The API names a fault by the place of a member in what was sent.
  const fieldOf = (pointer: string) => {
    const [, place] = /^\/presence\/(\d+)/.exec(pointer) ?? [];
    const member = members.find(
      ({ memberId }) => memberId === Object.keys(tried.variables ?? {})[Number(place)],
    );
    return member === undefined ? null : { label: member.name, id: presenceId(member.memberId) };
  };
  const problem = problemOfError(tried.error);
  const refused = tried.isError ? refusedMember(problem, tried.variables, changes) : null;
  const { title, detail } = useProblemTexts(problem);
  const count = Object.keys(changes).length;
  const change = (memberId: string, made: PresenceChange) => {
    previewing.reset();
    entry.set({ ...changes, [memberId]: made });
  };
  const lines = members
    .filter(({ memberId }) => changes[memberId] !== undefined)
    .map(({ memberId, name }) => `${name}: ${t(`presence.${changes[memberId]?.presence ?? 'absent'}`)}`);
  return (
    <Card>
      <ActForm
        act={saving}
        content={changes}
        name={t('session.savePresence')}
        ready={count > 0 && Object.values(changes).every(isCompletePresence)}
        saying={() =>
          `${t('session.saying.presence', { lines: lines.join('; ') })} ${t('condition.saying.toldNobody')}`
        }
        fieldOf={fieldOf}
        beside={
          <Text size="sm" role="status">
            {count > 0 ? t('session.unsaved', { count }) : acting.isSuccess && t('session.saved')}
          </Text>
        }
      >
        <KeptNote entry={withoutRefusal(entry, previewing, acting)} />
        <Text size="sm" c="dimmed">
          {t('session.presenceLead')}
        </Text>
        {members.map((member) => (
          <MemberRow
            key={member.memberId}
            {...{ dossier, member, session }}
            change={changes[member.memberId]}
            fault={
              member.memberId === refused
                ? t('session.refusedOf', { name: member.name, title, detail })
                : null
            }
            onChange={(made) => change(member.memberId, made)}
          />
        ))}
      </ActForm>
    </Card>
  );
}

const presenceId = (memberId: string) => `presence-${memberId}`;

interface RowProps {
  dossier: DossierView;
  member: Member;
  session: Session;
  change: PresenceChange | undefined;
  /** Why what is chosen here was refused, and what to do. */
  fault: string | null;
  onChange: (change: PresenceChange) => void;
}

function MemberRow({ dossier, member, session, change, fault, onChange }: RowProps) {
  const { t } = useTranslation('council');
  const { memberId, name, seat, state } = member;
  const recorded = session.attendance.find((row) => row.memberId === memberId);
  const value = change?.presence ?? recorded?.presence ?? '';
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <div>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[t(`seat.${seat}`), state === 'invited' && t('session.notReady')].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {state === 'recused' ? (
          <div>
            <Tag tone="red">{t('memberState.recused')}</Tag>
          </div>
        ) : (
          <NativeSelect
            id={presenceId(memberId)}
            aria-label={t('session.presenceOf', { name })}
            value={value}
            error={fault}
            data={[
              ...(value === '' ? [{ value: '', label: t('session.notTaken') }] : []),
              ...COUNCIL_PRESENCES.map((one) => ({
                value: one,
                label: t(`presence.${one}`),
                disabled: state === 'invited' && one !== 'absent',
              })),
            ]}
            onChange={({ currentTarget }) =>
              onChange({ presence: currentTarget.value as CouncilPresence, proxyName: '', papers: [] })
            }
          />
        )}
      </SimpleGrid>
      {recorded?.proxyName != null && change === undefined && (
        <Text size="sm" c="dimmed">
          {recorded.proxyName}
        </Text>
      )}
      {change?.presence === 'proxy' && (
        <>
          <TextInput
            label={t('session.proxyName', { name })}
            required
            maxLength={200}
            value={change.proxyName}
            onChange={({ currentTarget }) => onChange({ ...change, proxyName: currentTarget.value })}
          />
          <PaperField
            dossierId={dossier.id}
            label={t('session.proxyPaper', { name })}
            kind="council_paper"
            papers={change.papers}
            onChange={(papers: Paper[]) => onChange({ ...change, papers })}
          />
        </>
      )}
    </Stack>
  );
}
