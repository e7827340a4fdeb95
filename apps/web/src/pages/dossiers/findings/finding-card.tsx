import { Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/status-tag.js';
import { Basis } from '../../../ui/basis.js';
import { type DossierView, type FindingsView, type FindingView } from '../dossier.types.js';
import { Annexes } from './annexes.js';
import { EvidenceList } from './evidence-list.js';
import { factsBehind, papersOf } from './fact-words.js';
import { type FindingKind, kindOf } from './finding-kinds.js';
import classes from './findings.module.css';
import { Overturn } from './overturn.js';

export const TONES = {
  refuses: 'red',
  weigh: 'red',
  answer: 'amber',
  info: 'blue',
  passes: 'green',
  not_applicable: 'grey',
} as const satisfies Record<FindingKind, string>;

interface Props {
  finding: FindingView;
  dossier: DossierView;
  view: FindingsView;
}

/** One finding: what was found and by which article, beside the facts, the reckoning and the papers it rests on. */
export function FindingCard({ finding, dossier, view }: Props) {
  const { t } = useTranslation(['review', 'dossier']);
  const { texts, analogy, curable, overturn, overturned, basis, verification } = finding;
  const kind = kindOf(finding);
  const breached = finding.verdict === 'breached' && !overturned;
  return (
    <article className={classes.finding}>
      <Group gap="xs">
        <Title order={4} size="h4">
          {texts.title}
        </Title>
        <Tag tone={TONES[kind]}>{t(`review:kind.${kind}`)}</Tag>
        {overturned && <Tag tone="blue">{t('review:overturn.overturned')}</Tag>}
        {overturn !== null && !overturned && <Tag tone="amber">{t('review:overturn.awaiting')}</Tag>}
        {analogy && <Tag tone="grey">{t('review:finding.analogy')}</Tag>}
        {breached && curable === 'by_condition' && <Tag tone="grey">{t('review:finding.curable')}</Tag>}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="sm">
          <div>
            <Text>{texts.sentence}</Text>
            {texts.remarks.map((remark) => (
              <Text size="sm" key={remark}>
                {remark}
              </Text>
            ))}
          </div>
          <Texts title={t('review:finding.missing')} items={texts.missing} />
          <Texts title={t('review:finding.wouldChange')} items={texts.wouldChange} />
          {basis !== '' && (
            <Part title={t('review:finding.basis')}>
              <Basis basis={basis} verification={verification} />
            </Part>
          )}
        </Stack>
        <Stack gap="sm">
          <Beside finding={finding} dossier={dossier} />
        </Stack>
      </SimpleGrid>
      <Annexes {...{ finding, dossier, view }} />
      <Overturn {...{ finding, dossier, view }} />
    </article>
  );
}

function Beside({ finding, dossier }: Omit<Props, 'view'>) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const facts = factsBehind(finding, dossier.facts, t);
  const reckoned = finding.texts.calculation.map(({ name, value }) => [name, value] as const);
  return (
    <>
      {facts.length > 0 && (
        <Part title={t('review:finding.facts')}>
          <Pairs items={facts.map(([name, value]) => [name, value ?? t('review:finding.notStated')])} />
        </Part>
      )}
      {reckoned.length > 0 && (
        <Part title={t('review:finding.calculation')}>
          <Pairs items={reckoned} />
        </Part>
      )}
      <Part title={t('review:finding.evidence')}>
        <EvidenceList papers={papersOf(finding, dossier.facts)} dossier={dossier} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children}
    </div>
  );
}

function Texts({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <List size="sm">
        {items.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Part>
  );
}

function Pairs({ items }: { items: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className={classes.pairs}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
