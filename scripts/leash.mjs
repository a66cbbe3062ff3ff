// Loaded before a child's own code (--import): the child ends when its parent is gone, also when that was killed.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 9000).unref();
});
process.channel?.unref();
