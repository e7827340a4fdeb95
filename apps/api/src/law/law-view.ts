import { type CommandName, type Status } from '#contracts';
import { procedureOf } from '#dossiers';
import { type LawSet, type ScreeningLaw } from '#law';
import { mermaidOf, type ProcedureDefinition, procedureTable } from '#workflow';
import { type Language } from '../http/language.js';
import { type LawSetDto, type ProcedureDto } from './law.dto.js';
import { renderedNotice } from './notice-texts.js';

const hasProcedure = (law: ScreeningLaw | LawSet): law is LawSet => 'procedure' in law;

function procedureRef(law: ScreeningLaw | LawSet): LawSetDto['procedure'] {
  if (!hasProcedure(law)) return null;
  const { id, version, packId } = law.procedure;
  return { id, version, packId };
}

/** The composed law of a day in short: without list rows, models and calendar, which have addresses of their own. */
export function lawSetDto(law: ScreeningLaw | LawSet, language: Language): LawSetDto {
  const { procedureId, chosenFor, mode, digest, packs, clocks, checklist, lists } = law;
  return {
    ...{ procedureId, chosenFor, mode, digest, packs, clocks, checklist },
    procedure: procedureRef(law),
    criteria: law.criteria.map(({ id, title, packId, criteria }) => ({
      id,
      title,
      packId,
      criteria: criteria.length,
    })),
    rules: law.rules.metas,
    listVersions: lists.versions.map((version) => ({
      ...version,
      rows: lists.rows.filter(({ versionId }) => versionId === version.id).length,
    })),
    notices: law.notices.map((notice) => renderedNotice(notice, language)),
  };
}

function statesOf({ states }: ProcedureDefinition): ProcedureDto['states'] {
  return Object.entries(states).map(([status, { label, tags = [] }]) => ({
    status,
    label,
    tags,
    closed: tags.includes('closed'),
  }));
}

function edgesOf({ states }: ProcedureDefinition): ProcedureDto['edges'] {
  return (Object.entries(states) as [Status, NonNullable<ProcedureDefinition['states'][Status]>][]).flatMap(
    ([from, { on = {} }]) =>
      (Object.keys(on) as CommandName[]).flatMap((command) =>
        (on[command] ?? []).map(({ target, by, when = [], guards = [], effects = [] }) => ({
          from,
          command,
          to: target,
          by,
          when,
          guards,
          effects,
        })),
      ),
  );
}

/** The course of a procedure: statuses, who may do what under which guards, and a picture of it. */
export function procedureDto(set: LawSet): ProcedureDto {
  const definition = procedureOf(set);
  const { id, version, packId } = set.procedure;
  const { title, initial, supplementRequests, supplementRequestsBasis } = definition;
  return {
    ...{ id, version, packId, chosenFor: set.chosenFor, title, initial, supplementRequests },
    ...(supplementRequestsBasis && { supplementRequestsBasis }),
    states: statesOf(definition),
    edges: edgesOf(definition),
    mermaid: mermaidOf(definition),
    table: procedureTable(definition),
  };
}
