import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ListKind } from '#contracts';
import { type DossierView, type FindingsView } from '../dossier.types.js';
import { Fold } from '../../../ui/fold.js';
import { type LawNames, useLawNames } from '../law-names.js';
import { groupNotices, lineNames, type NoticeGroup } from './notice-groups.js';

/** What the screening could not know or had to leave out, by kind and folded: it is no finding. */
export function Notices({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
  const { t } = useTranslation('review');
  const law = useLawNames(dossier);
  const groups = groupNotices(view.notices);
  if (groups.length === 0) return null;
  return (
    <Fold label={t('notices.title', { count: groups.length })}>
      {() => (
        <Stack gap="sm">
          {groups.map((group) => (
            <Group key={group.code} {...{ group, dossier, law }} />
          ))}
        </Stack>
      )}
    </Fold>
  );
}

interface GroupProps {
  group: NoticeGroup;
  dossier: DossierView;
  law: LawNames;
}
function Group({ group: { code, items }, dossier, law }: GroupProps) {
  const { t, i18n } = useTranslation(['review', 'dossier']);
  const names = new Map((dossier.facts.lines ?? []).map(({ id = '', name = id }) => [id, name]));
  const counted = (count: number) => t('review:notices.lineCount', { count });
  if (code === 'list_version_not_in_force')
    return (
      <Told title={t('review:notices.list_version_not_in_force')}>
        {items.map(({ params: { list, version = '', instrument = '' } }) =>
          t('review:notices.list', {
            list: t(`dossier:candidates.list.${list as ListKind}`),
            instrument: instrument === '' ? version : instrument,
          }),
        )}
      </Told>
    );
  if (code === 'no_candidate_found')
    return (
      <Told title={t('review:notices.no_candidate_found')}>
        {items.map(({ params: { version = '', lines = '' } }) =>
          t('review:notices.lines', { version: law.list(version), lines: lineNames(lines, names, counted) }),
        )}
      </Told>
    );
  if (code === 'rule_needs_manual_check')
    return (
      <Told title={t('review:notices.rule_needs_manual_check')}>
        {items.map(({ params: { rule = '' } }) => law.rule(rule))}
      </Told>
    );
  if (code === 'pack_incomplete')
    return (
      <Told title={t('review:notices.pack_incomplete')}>
        {items.map(({ params, text }) => params[i18n.language === 'en' ? 'en' : 'vi'] ?? text)}
      </Told>
    );
  return <Told title={null}>{[...new Set(items.map(({ text }) => text))]}</Told>;
}

function Told({ title, children }: { title: string | null; children: string[] }) {
  return (
    <div>
      {title !== null && (
        <Text size="sm" fw={600}>
          {title}
        </Text>
      )}
      <List size="sm">
        {children.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </div>
  );
}
