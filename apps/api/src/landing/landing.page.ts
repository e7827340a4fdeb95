import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from '#identity';
import { type Language } from '../http/language.js';
import { LANDING_TEXTS, type LandingTexts, ROLE_NAMES } from './landing.texts.js';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

export interface LandingState {
  demonstration: boolean;
  demoAccounts: boolean;
}

/** The landing page as HTML; readable without scripts. */
export function landingPage(language: Language, state: LandingState): string {
  const texts = LANDING_TEXTS[language];
  const [switchHref, switchText] = texts.otherLanguage;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)}</title>
<link rel="stylesheet" href="/landing.css">
</head>
<body>
<header>
<nav aria-label="${language === 'vi' ? 'Ngôn ngữ' : 'Language'}"><a href="${switchHref}" hreflang="${language === 'vi' ? 'en' : 'vi'}">${escaped(switchText)}</a></nav>
<h1>${escaped(texts.title)}</h1>
<p class="tagline">${escaped(texts.tagline)}</p>
${state.demonstration ? `<p class="notice" role="note">${escaped(texts.demonstration)}</p>` : ''}
</header>
<main>
<section><h2>${escaped(texts.whatTitle)}</h2><ul>${texts.what.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></section>
<section><h2>${escaped(texts.linksTitle)}</h2><ul>${texts.links.map(([href, text]) => `<li><a href="${href}">${escaped(text)}</a></li>`).join('')}</ul></section>
${state.demoAccounts ? accounts(texts, language) : ''}
</main>
</body>
</html>
`;
}

function accounts(texts: LandingTexts, language: Language): string {
  const head = texts.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const rows = DEMO_PEOPLE.map((person) => row(person, language)).join('\n');
  return `<section><h2>${escaped(texts.accountsTitle)}</h2>
<p>${escaped(texts.password)}: <code>${escaped(DEMO_PASSWORD)}</code></p>
<div class="table"><table><thead><tr>${head}</tr></thead><tbody>
${rows}
</tbody></table></div></section>`;
}

const row = ({ roles, displayName, email }: DemoPerson, language: Language) =>
  `<tr><td>${roles.map((role) => escaped(ROLE_NAMES[role][language])).join(', ')}</td><td>${escaped(displayName)}</td><td><code>${escaped(email)}</code></td></tr>`;

export const LANDING_STYLE = `:root{color-scheme:light dark;--ink:#14202b;--paper:#fff;--line:#cfd8e0;--accent:#0b5c8a;--notice:#fff4d6}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef3;--paper:#121a21;--line:#33424f;--accent:#7cc4ee;--notice:#3a3013}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
nav{text-align:right}
h1{font-size:1.9rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.tagline{font-size:1.15rem;max-width:45rem}
.notice{background:var(--notice);border-left:4px solid var(--accent);padding:.6rem 1rem}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line)}
`;
