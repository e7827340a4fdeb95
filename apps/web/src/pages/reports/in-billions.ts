const BILLION = 1e9;

/** An amount in đồng in billions, as a table shows it: whole from ten on, below with as many digits as say something. */
export const inBillions = (vnd: number): number => {
  const billions = vnd / BILLION;
  return billions >= 10 ? Math.round(billions) : Number(billions.toPrecision(2));
};
