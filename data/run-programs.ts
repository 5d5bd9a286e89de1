/** Runs the bank's runnable fences, each in a process and a directory of its own, and compares what they print. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from '#bank/parsed.ts';
import { type Postgres, startPostgres } from './postgres.ts';

export interface Job {
  readonly file: string;
  readonly program: Program;
}

export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly what: string; readonly remedy: string }
  /** The machine lacks what runs it. */
  | { readonly kind: 'skipped'; readonly runtime: string };

const LIMIT_MS = 10_000;
const MOST_OUTPUT = 64 * 1024;

/** Runs SQL on SQLite statement by statement; rows print as cells joined by `|`, as the sqlite3 shell does. */
const SQLITE_RUNNER = `
import sqlite3, sys
connection = sqlite3.connect(":memory:", isolation_level=None)
statement = ""
def run(sql):
    for row in connection.execute(sql):
        print("|".join("" if cell is None else str(cell) for cell in row))
for line in open(sys.argv[1], encoding="utf-8"):
    statement += line
    if sqlite3.complete_statement(statement):
        run(statement)
        statement = ""
if any(line.strip() and not line.strip().startswith("--") for line in statement.splitlines()):
    run(statement)
`;

interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** What the machine offers to a run. */
interface Machine {
  readonly limitMs: number;
  readonly postgres: Postgres | undefined;
}

type Prepare = (program: Program, dir: string, machine: Machine) => Promise<Command>;

async function prepareNode(program: Program, dir: string): Promise<Command> {
  const script = program.lang === 'ts' ? await stripTypes(program.code) : program.code;
  const commonJs = /\brequire\(/.test(script) && !/^\s*(?:import|export)\b/m.test(script);
  const file = await write(dir, commonJs ? 'program.cjs' : 'program.mjs', script);
  return { command: process.execPath, args: [file] };
}

async function prepareSqlite(program: Program, dir: string): Promise<Command> {
  const runner = await write(dir, 'run.py', SQLITE_RUNNER);
  return { command: 'python3', args: [runner, await write(dir, 'program.sql', program.code)] };
}

async function stripTypes(code: string): Promise<string> {
  // Only here: the command is waited for after each edit, and Vite takes longer to load than the bank to check.
  const { transformWithOxc } = await import('vite');
  return (await transformWithOxc(code, 'program.ts')).code;
}

async function preparePostgres(program: Program, dir: string, { postgres }: Machine): Promise<Command> {
  const file = await write(dir, 'program.sql', program.code);
  const connection = postgres?.freshDatabase() ?? [];
  return { command: 'psql', args: [...connection, '-XqAt', '-v', 'ON_ERROR_STOP=1', '-f', file] };
}

const simple =
  (command: string, name: string): Prepare =>
  async (program, dir) => ({ command, args: [await write(dir, name, program.code)] });

async function preparePhp({ code }: Program, dir: string): Promise<Command> {
  const script = code.startsWith('<?php') ? code : `<?php\n${code}`;
  return { command: 'php', args: ['-n', await write(dir, 'program.php', script)] };
}

/** The compiled standard library is kept between runs, or each would compile it anew. */
async function prepareGo({ code }: Program, dir: string): Promise<Command> {
  const file = await write(dir, 'program.go', code);
  const cache = path.join(tmpdir(), 'bank-go-cache');
  return { command: 'env', args: [`GOCACHE=${cache}`, 'GOTOOLCHAIN=local', 'go', 'run', file] };
}

async function prepareCsharp({ code }: Program, dir: string): Promise<Command> {
  const file = await write(dir, 'program.cs', code);
  const compiled = path.join(dir, 'program.exe');
  return { command: 'sh', args: ['-c', 'mcs -nologo -out:"$2" "$1" && mono "$2"', 'sh', file, compiled] };
}

interface Runtime {
  readonly prepare: Prepare;
  /** A command that succeeds where the runtime is there; PostgreSQL is asked otherwise. */
  readonly probe?: readonly string[];
  /** How many times the limit it may take: compilers are slow to start. */
  readonly patience?: number;
}

const RUNTIMES: Readonly<Record<string, Runtime>> = {
  node: { prepare: prepareNode, probe: ['true'] },
  python: { prepare: simple('python3', 'program.py'), probe: ['python3', '--version'] },
  sqlite: { prepare: prepareSqlite, probe: ['python3', '-c', 'import sqlite3'] },
  postgres: { prepare: preparePostgres },
  sh: { prepare: simple('sh', 'program.sh'), probe: ['sh', '-c', 'true'] },
  php: { prepare: preparePhp, probe: ['php', '--version'] },
  go: { prepare: prepareGo, probe: ['go', 'version'], patience: 3 },
  java: { prepare: simple('java', 'Program.java'), probe: ['javac', '-version'], patience: 3 },
  mono: { prepare: prepareCsharp, probe: ['mcs', '--version'], patience: 3 },
};

async function write(dir: string, name: string, text: string): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, text.endsWith('\n') ? text : `${text}\n`);
  return file;
}

const present = new Map<string, boolean>();

function isPresent(by: string, { probe }: Runtime, { postgres }: Machine): boolean {
  if (!probe) return postgres !== undefined;
  const [command = '', ...args] = probe;
  const known = present.get(by) ?? spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  present.set(by, known);
  return known;
}

/** Runs one program: it must exit 0 within the limit and print its `output`, trailing blanks aside. */
async function runProgram(program: Program, machine: Machine): Promise<Outcome> {
  const runtime = RUNTIMES[program.by];
  if (!runtime || !isPresent(program.by, runtime, machine)) return { kind: 'skipped', runtime: program.by };
  const limitMs = machine.limitMs * (runtime.patience ?? 1);
  const dir = await mkdtemp(path.join(tmpdir(), 'bank-'));
  try {
    return judge(program, await execute(await runtime.prepare(program, dir, machine), dir, limitMs), limitMs);
  } catch (error) {
    const what = `The ${program.lang} code cannot be read: ${lastLine(String(error))}`;
    return { kind: 'failed', what, remedy: 'Correct the code.' };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly late: boolean;
}

function execute({ command, args }: Command, dir: string, limitMs: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir, LANG: 'C.UTF-8', TZ: 'UTC', NO_COLOR: '1' };
    // A group of its own, so that what the program started ends with it.
    const child = spawn(command, args, { cwd: dir, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let late = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout = (stdout + text).slice(0, MOST_OUTPUT)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-MOST_OUTPUT)));
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, limitMs);
    child.on('error', reject);
    child.on('exit', () => endGroup(child.pid));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, late });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}

function judge(program: Program, { code, stdout, stderr, late }: Ended, limitMs: number): Outcome {
  if (late) {
    return { kind: 'failed', what: `The code ran for ${limitMs / 1000} s without an end`, remedy: 'Make it shorter.' };
  }
  if (code !== 0) {
    const what = `The code ended with ${code ?? 'a signal'}: ${lastLine(stderr)}`;
    return { kind: 'failed', what, remedy: 'Correct it, or write norun="why".' };
  }
  if (program.output === undefined || tidy(stdout) === tidy(program.output)) return { kind: 'ok' };
  return {
    kind: 'failed',
    what: 'The code printed something else than its output',
    remedy: `It printed:\n${tidy(stdout)}`,
  };
}

function tidy(text: string): string {
  return text.replaceAll(/[ \t\r]+$/gm, '').trimEnd();
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /error|exception/i.test(line) && !line.startsWith(' '));
  return (telling ?? lines.at(-1) ?? 'it said nothing').trim().slice(0, 200);
}

/** Runs all jobs, `width` at a time; outcomes in the order of the jobs. What the machine cannot run is skipped, never passed. */
export async function runAll(jobs: readonly Job[], width = 2, limitMs = LIMIT_MS): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const postgres = jobs.some(({ program }) => program.by === 'postgres') ? startPostgres() : undefined;
  let next = 0;
  const work = async () => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at];
      if (job) outcomes[at] = await runProgram(job.program, { postgres, limitMs });
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, work));
  } finally {
    postgres?.stop();
  }
  return outcomes;
}
