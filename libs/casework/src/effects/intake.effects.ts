import { fileCodeOf, factsOf, searchTextOf } from '#dossiers';
import { type Tx } from '#database';
import { type CivilDate, laterOf } from '#kernel';
import { nextNumber } from '#letters';
import { countsFrom } from '#deadlines';
import { type CaseworkSettings } from '../casework-settings.js';
import { answerRequest } from './party-requests.js';
import { requireDocuments } from '../intake/required-documents.js';
import { ensureSecret } from '../tracking/tracking-secret.store.js';
import { amend, type EffectContext, type EffectHandler, payloadOf } from '../commands/command.types.js';

/** Notes the day of receipt: given by the clerk for paper, else the day on which the submission counts. */
export const recordSubmission =
  (settings: CaseworkSettings): EffectHandler =>
  async (context) => {
    if (context.command.name !== 'submit') return recordAnswer(context);
    const receivedOn = context.row.receivedOn ?? countsFrom(context.tx.at, settings.cutOffHour);
    amend(context, { receivedOn });
    context.logged['receivedOn'] = receivedOn;
    context.logged['factsVersion'] = context.row.factsVersion;
  };

async function recordAnswer(context: EffectContext): Promise<void> {
  const answer = payloadOf(context, 'resubmit', 'clarify');
  if ('timelyProof' in answer && answer.timelyProof)
    await requireDocuments(context.tx, context.row.id, [answer.timelyProof.documentId]);
  const kind = context.command.name === 'clarify' ? 'clarification' : 'supplement';
  await answerRequest(context.tx, context.row.id, {
    kind,
    answer,
    evenClosed: context.decided.from === 'discontinued',
  });
  context.logged['factsVersion'] = context.row.factsVersion;
}

/** Notes the day of acceptance: never before the day on which the dossier counts as received. */
export const recordAcceptance: EffectHandler = async (context) => {
  amend(context, { acceptedOn: laterOf(context.today, context.row.receivedOn ?? context.today) });
  context.logged['receivedOn'] = context.row.receivedOn;
  context.logged['factsVersion'] = context.row.factsVersion;
};

/** Gives the dossier its file code, once; the number starts anew for each unit and day. */
export const assignFileCode =
  (settings: CaseworkSettings): EffectHandler =>
  async (context) => {
    const { tx, row, today } = context;
    if (row.fileCode !== null) return;
    const number = await dailyNumber(tx, settings.fileCodeUnit, today);
    const fileCode = fileCodeOf(settings.fileCodeTemplate, settings.fileCodeUnit, today, number);
    const facts = await factsOf(tx, row.id, row.factsVersion);
    amend(context, {
      fileCode,
      searchText: searchTextOf(facts.project?.name ?? '', fileCode, row.incomingNumber),
    });
    context.logged['fileCode'] = fileCode;
    await makeTrackingSecret(context, settings);
  };

/** Who holds the receipt may follow the dossier from now on; the receipt prints the secret when it is issued. */
async function makeTrackingSecret(
  context: EffectContext,
  { tracking }: Pick<CaseworkSettings, 'tracking'>,
): Promise<void> {
  if (tracking === undefined) return;
  const { version } = await ensureSecret(context.tx, context.row.id, tracking.key);
  context.logged['trackingSecretVersion'] = version;
}

const dailyNumber = (tx: Tx, unit: string, day: CivilDate) =>
  nextNumber(tx, `file-code:${unit}:${day}`, Number(day.slice(0, 4)));
