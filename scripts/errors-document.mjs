const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = ([code, { status, vi, en }]) =>
  `| \`${code}\` | ${status} | ${cell(en.title)} | ${cell(en.action)} | ${cell(vi.title)} | ${cell(vi.action)} |`;

/** The text of docs/errors.md: every named refusal with its HTTP status and what the person is told. */
export function errorsDocument(problems) {
  const rows = Object.entries(problems).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Errors',
    '',
    'Every refusal of TechGate has a name. Over HTTP it is answered as `application/problem+json` (RFC 9457) with',
    '`type` = `urn:techgate:problem:<code>`, the status below, the title and the action in the language of the request,',
    '`errors[]` with a JSON pointer per faulty field, and `requestId`. Nothing is stored when one is answered.',
    '',
    'Generated from `libs/contracts/src/problems` by `npm run docs:errors`; do not edit it by hand.',
    '',
    '| Code | Status | What happened | What to do | Tiêu đề | Việc cần làm |',
    '|---|---|---|---|---|---|',
    ...rows.map(row),
    '',
  ].join('\n');
}
