// Loaded before a child's own code (--import): the child ends when its parent is gone, also when that was killed. What the
// child forks in its turn inherits the flag, but not the leash: Next's own children need their channel for themselves.
if (!process.env.KANSLI_LEASHED) {
  process.env.KANSLI_LEASHED = 'yes';
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 9000).unref();
  });
  process.channel?.unref();
}
