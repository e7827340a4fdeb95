import { type LetterSigner } from '#contracts';
import { type LetterView } from '../journey.types.js';
import { type Action, bodyOf, type Play, text } from './action.types.js';

/** How the people of the department sign, by their keys. */
const POSITIONS: Record<string, Omit<LetterSigner, 'name'>> = {
  giamdoc: { title: 'Giám đốc', capacity: 'own', principal: null },
  phogiamdoc: { title: 'Phó Giám đốc', capacity: 'KT', principal: 'Giám đốc' },
  truongphong1: { title: 'Trưởng phòng Quản lý công nghệ', capacity: 'TL', principal: 'Giám đốc' },
  truongphong2: { title: 'Trưởng phòng Quản lý chuyên ngành', capacity: 'TL', principal: 'Giám đốc' },
  chuyengia4: { title: 'Chủ tịch Hội đồng', capacity: 'TM', principal: 'Hội đồng' },
  motcua1: { title: 'Công chức tiếp nhận hồ sơ', capacity: 'TL', principal: 'Giám đốc' },
  motcua2: { title: 'Công chức tiếp nhận hồ sơ', capacity: 'TL', principal: 'Giám đốc' },
};

/** Numbers and issues the newest draft of a kind, signed by somebody: `{kind, signedBy: <key>}`; keeps what was issued. */
const issueLetter: Action = async (play) => {
  const kind = text(play, 'kind');
  const letter = (await lettersOf(play)).findLast((one) => one.kind === kind && one.status === 'draft');
  if (letter === undefined) throw new Error(`there is no draft of ${kind} to issue`);
  const body = { signedBy: await signerOf(play, text(play, 'signedBy')) };
  const path = `/dossiers/${play.file.id}/letters/${letter.id}`;
  const answer = await play.person.send('POST', `${path}/issue`, body, { 'idempotency-key': play.key });
  if (answer.status === 200) await keep(play, `${path}/content`, kind);
  return answer;
};

async function signerOf({ people }: Play, key: string): Promise<LetterSigner> {
  const position = POSITIONS[key];
  if (position === undefined) throw new Error(`${key} signs no letters`);
  return { name: await people.nameOf(key), ...position };
}

const lettersOf = async ({ person, file }: Play): Promise<LetterView[]> =>
  bodyOf<{ items: LetterView[] }>(await person.get(`/dossiers/${file.id}/letters`)).items;

async function keep({ person, file }: Play, path: string, kind: string): Promise<void> {
  const answer = await person.get(path);
  if (answer.status !== 200) throw new Error(`the issued letter cannot be downloaded: ${answer.status}`);
  file.papers.push({ fileName: `${file.papers.length + 1}-${kind}.pdf`, bytes: answer.bytes });
}

export const LETTER_ACTIONS: Record<string, Action> = { issue_letter: issueLetter };
