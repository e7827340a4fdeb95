// Verifies the log with the built program, whose first argument names it, and its threads; prints what it saw as JSON. The
// connection stands in the environment, where other people of the machine do not read it.
const { verifyDatabase } = await import(process.argv[2]);
const begun = performance.now();
const { entries, ok } = await verifyDatabase(JSON.parse(process.env['BENCH_DATABASE']), () => undefined);
console.log(JSON.stringify({ entries, ok, seconds: (performance.now() - begun) / 1000 }));
