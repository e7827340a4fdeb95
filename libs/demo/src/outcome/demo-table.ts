export const demoTable = (): string => '';
