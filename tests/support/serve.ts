// A process of its own that keeps the test server running until the test run lets go of its standard input.
import { ensureTemplate, openTestServer } from './test-server.ts';

const server = await openTestServer();
try {
  const template = await ensureTemplate(server.url);
  process.stdout.write(`${JSON.stringify({ url: server.url, template })}\n`);
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve));
} finally {
  await server.stop();
}
process.exit(0);
