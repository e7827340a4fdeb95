// Loaded into every child by the launcher: a child whose launcher was killed ends as if it had been told to.
const END_WITHIN = 8000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), END_WITHIN).unref();
  if (process.platform === 'win32') process.exit(0);
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone must not keep a child alive that has finished.
process.channel?.unref();
