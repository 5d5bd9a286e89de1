/** Says in one sentence that Node is too old, before anything newer is loaded. Keep the syntax plain. */
import process from 'node:process';

const MAJOR = 20;
const MINOR = 19;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < MAJOR || (major === MAJOR && minor < MINOR)) {
  process.stderr.write(
    `Lamplight needs Node ${MAJOR}.${MINOR} or newer; this is ${process.versions.node}. ` +
      'Install a current one from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
