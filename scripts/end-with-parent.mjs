// Loaded before a program's own code (--import): the program ends when its parent is gone, also when that was killed, which
// it learns from the message channel between them. It asks to be told to end first, and insists after a while.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 9000).unref();
});
// The channel alone keeps no program running.
process.channel?.unref();
// What is forked takes over these options of Node's. It must not take over this one: Next's own children need their channel
// for themselves.
const here = process.execArgv.findIndex((option) => option.endsWith('/end-with-parent.mjs'));
if (here > 0) process.execArgv.splice(here - 1, 2);
