/** Text without accents, case and outer blanks, to know words again: "ho so" is in "Hồ sơ". */
export const bareText = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim();
