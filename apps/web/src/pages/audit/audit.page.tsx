import { Tabs } from '@mantine/core';
import { type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { LOG_READERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { AUDIT_PARTS, type AuditPart } from './audit-parts.js';
import { Checkpoints } from './checkpoints.js';
import { DossierLog } from './dossier-log.js';
import { SystemLog } from './system-log.js';
import { FileVerification } from './verification/file-verification.js';
import { WholeVerification } from './whole/whole-verification.js';

const PARTS: Record<AuditPart, ComponentType> = {
  system: SystemLog,
  dossier: DossierLog,
  whole: WholeVerification,
  checkpoints: Checkpoints,
  verify: FileVerification,
};
/** The log of the system and its verification are the auditor's; head and leader read the logs of dossiers. */
const OF_AUDITOR: readonly AuditPart[] = ['system', 'whole'];

/** The log: of the system, of one dossier, what was signed of it, and whether a file of it is intact. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  if (!hasRole(usePerson(), ...LOG_READERS)) return <ForbiddenPage title={t('title')} />;
  return <Log />;
}

function Log() {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useSearchParams();
  const person = usePerson();
  const parts = AUDIT_PARTS.filter((one) => !OF_AUDITOR.includes(one) || hasRole(person, 'auditor'));
  const asked = search.has('dossier') ? 'dossier' : search.get('part');
  const part = parts.find((one) => one === asked) ?? parts[0] ?? 'dossier';
  const Shown = PARTS[part];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs value={part} onChange={(one) => setSearch(one === null ? {} : { part: one })} keepMounted={false}>
        <Tabs.List aria-label={t('tabs.label')} mb="lg">
          {parts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Shown />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
