import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ProcedureId } from '#contracts';
import { formatDate } from '../../format/format.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Answer } from '../../ui/states.js';
import { packsQuery } from '../dossiers/law-names.js';
import { type LawPart } from './law-parts.js';
import { lawOfDayQuery, type Law, type Pack } from './law.query.js';
import { PackCard } from './pack.card.js';
import { PaperTable } from './paper.table.js';
import { RuleTable } from './rule.table.js';
import { TermTable } from './term.table.js';

interface Props {
  part: LawPart;
  procedure: ProcedureId;
  on: string;
}

/** What governs a dossier of a procedure that arrives on a day, one part of it at a time. */
export function Governing({ part, procedure, on }: Props) {
  const law = useQuery(lawOfDayQuery(procedure, on));
  return <Answer query={law}>{(known) => <LawOfDay law={known} part={part} />}</Answer>;
}

function LawOfDay({ law, part }: { law: Law; part: LawPart }) {
  const { t } = useTranslation(['law', 'words']);
  const procedure = t(`words:procedure.${law.procedureId}`);
  return (
    <Stack gap="xl">
      {law.procedure === null && (
        <Notice tone="amber" role="note" title={t('noCourse', { procedure })}>
          {t('noCourseText')}
        </Notice>
      )}
      {part === 'packs' && <Instruments law={law} />}
      {part === 'terms' && <TermTable terms={law.clocks} />}
      {part === 'rules' && <RuleTable rules={law.rules} mode={law.mode} />}
      {part === 'papers' && <Papers law={law} />}
    </Stack>
  );
}

function Instruments({ law }: { law: Law }) {
  const { t } = useTranslation('law');
  return (
    <>
      <Packs law={law} />
      <NotKnown law={law} />
      <Text size="sm" c="dimmed">
        {t(`mode.${law.mode}`)} {t('digest')} <code style={{ overflowWrap: 'anywhere' }}>{law.digest}</code>
      </Text>
    </>
  );
}

function Papers({ law: { checklist, criteria } }: { law: Law }) {
  const { t } = useTranslation('law');
  return (
    <>
      <PaperTable papers={checklist} />
      {criteria.length > 0 && (
        <Section title={t('sheets.title')}>
          <Sheets sheets={criteria} />
        </Section>
      )}
    </>
  );
}

/** What is not in force or not loaded: without it nobody may say that the law is known. */
function NotKnown({ law: { notices, chosenFor } }: { law: Law }) {
  const { t } = useTranslation('law');
  const texts = [...new Set(notices.map(({ text }) => text))];
  const day = formatDate(chosenFor);
  return (
    <Section title={t('notKnown.title')}>
      {texts.length === 0 ? (
        <Text size="sm">{t('notKnown.none', { day })}</Text>
      ) : (
        <List size="sm" spacing={6}>
          {texts.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

/** Law first, then what is not loaded, then what is kept for reference; calendars are shown with their days. */
const ORDER: readonly Pack['kind'][] = ['law', 'skeleton', 'reference'];

function Packs({ law }: { law: Law }) {
  const { t } = useTranslation('law');
  const packs = useQuery(packsQuery);
  const digests = new Map(law.packs.map(({ packId, digest }) => [packId, digest]));
  return (
    <Section title={t('packs.title')}>
      <Answer query={packs}>
        {(loaded) =>
          ORDER.flatMap((kind) => loaded.filter((pack) => pack.kind === kind && digests.has(pack.id))).map(
            (pack) => <PackCard key={pack.id} pack={pack} digest={digests.get(pack.id) ?? pack.digest} />,
          )
        }
      </Answer>
    </Section>
  );
}

function Sheets({ sheets }: { sheets: Law['criteria'] }) {
  const { t, i18n } = useTranslation('law');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <List size="sm">
      {sheets.map(({ id, packId, title, criteria }) => (
        <List.Item key={`${packId} ${id}`}>
          {t('sheets.one', { title: title[language], count: criteria, pack: packId })}
        </List.Item>
      ))}
    </List>
  );
}
