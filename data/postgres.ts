/** A PostgreSQL server of our own for the time of a test run: on a socket in a temporary directory, gone afterwards. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Postgres {
  /** Arguments that make psql connect to a fresh, empty database. */
  freshDatabase(): string[];
  stop(): void;
}

const PACKAGED = '/usr/lib/postgresql';
const USER = 'bank';

/** Folder of the newest installed server programs, or undefined. */
function findPrograms(): string | undefined {
  const packaged = existsSync(PACKAGED) ? readdirSync(PACKAGED).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...packaged.map((version) => path.join(PACKAGED, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'pg_ctl')));
}

function succeeds(command: string, args: readonly string[], cwd: string): boolean {
  return spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Starts a server, or returns undefined where none is installed or none can be started. */
export function startPostgres(): Postgres | undefined {
  const programs = findPrograms();
  if (programs === undefined || spawnSync('psql', ['--version']).status !== 0) return undefined;
  const dir = mkdtempSync(path.join(tmpdir(), 'bank-pg-'));
  // The server refuses to run as root, so there the packaged user runs it.
  const asRoot = process.getuid?.() === 0;
  const server = (program: string, args: readonly string[]) => {
    const file = path.join(programs, program);
    return asRoot ? succeeds('runuser', ['-u', 'postgres', '--', file, ...args], dir) : succeeds(file, args, dir);
  };
  const data = path.join(dir, 'data');
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const options = `-c listen_addresses= -c unix_socket_directories=${dir} -c fsync=off`;
  const started =
    (!asRoot || succeeds('chown', ['postgres', dir], dir)) &&
    server('initdb', ['-D', data, '-A', 'trust', '-U', USER, '-E', 'UTF8', '--locale=C', '--no-sync']) &&
    server('pg_ctl', ['-D', data, '-l', path.join(dir, 'log'), '-o', options, '-w', 'start']);
  if (!started) {
    remove();
    return undefined;
  }
  let databases = 0;
  const connect = (database: string) => ['-h', dir, '-U', USER, '-d', database];
  return {
    freshDatabase() {
      databases += 1;
      const name = `program_${databases}`;
      succeeds('psql', [...connect('postgres'), '-c', `CREATE DATABASE ${name}`], dir);
      return connect(name);
    },
    stop() {
      server('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      remove();
    },
  };
}
