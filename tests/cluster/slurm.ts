import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Slurm cluster of two nodes on this machine, with daemons of its own that are gone afterwards. */
export interface Cluster {
  /** For programs that speak to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs a program of Slurm; its standard output. */
  call(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): string;
  stop(): Promise<void>;
}

const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'srun', 'squeue', 'scontrol'];

const has = (program: string) =>
  spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${program}`]).status === 0;

/** Whether Slurm is there, or can be had from Debian. In words why not; null where it is. */
export function whyNoSlurm(): string | null {
  if (programs.every(has)) return null;
  if (process.getuid?.() !== 0 || !has('apt-get')) return 'Slurm is not installed (Debian: slurm-wlm, munge)';
  const args = ['install', '-y', '--no-install-recommends', 'slurm-wlm', 'munge'];
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', args, { stdio: 'ignore' });
  return programs.every(has) ? null : 'Slurm could not be installed (slurm-wlm, munge)';
}

const nodes = ['n1', 'n2'];
const slotsPerNode = 2;

/** Starts munge, slurmctld and a slurmd for each node, all within `folder`. */
export async function startCluster(folder: string): Promise<Cluster> {
  for (const name of ['state', 'log']) mkdirSync(join(folder, name), { recursive: true });
  const socket = join(folder, 'munge.socket');
  const key = join(folder, 'munge.key');
  writeFileSync(key, randomBytes(1024), { mode: 0o600 });
  const config = join(folder, 'slurm.conf');
  writeFileSync(config, await configOf(folder, socket));
  const env = { SLURM_CONF: config, PATH: `${process.env.PATH}:/usr/sbin` };
  const daemons: ChildProcess[] = [];
  const start = (program: string, args: readonly string[]) => {
    const log = join(folder, 'log', `${program}.out`);
    const child = spawn('sh', ['-c', `exec "$0" "$@" >>'${log}' 2>&1`, program, ...args], {
      env: { ...process.env, ...env },
    });
    daemons.push(child);
  };
  start('munged', [
    ...['--foreground', '--force', `--key-file=${key}`, `--socket=${socket}`],
    ...['pid', 'log', 'seed'].map(name => `--${name}-file=${join(folder, `munge.${name}`)}`),
  ]);
  start('slurmctld', ['-D', '-c', '-f', config]);
  for (const node of nodes) start('slurmd', ['-D', '-c', '-N', node, '-f', config]);
  const cluster: Cluster = {
    env,
    call(program, args, more = {}) {
      const { status, stdout, stderr } = spawnSync(program, args, {
        encoding: 'utf8',
        env: { ...process.env, ...env, ...more },
      });
      if (status !== 0) throw new Error(`${program}: ${stderr}`);
      return stdout.trim();
    },
    async stop() {
      for (const daemon of daemons.reverse()) await ended(daemon);
    },
  };
  await untilIdle(cluster, folder);
  return cluster;
}

async function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const exit = new Promise(resolve => daemon.once('exit', resolve));
  daemon.kill('SIGTERM');
  const timer = setTimeout(() => daemon.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(timer);
}

async function untilIdle(cluster: Cluster, folder: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await sleep(250);
    try {
      if (cluster.call('sinfo', ['--noheader', '--states=idle', '--format=%D']) === String(nodes.length))
        return;
    } catch {
      // Its daemons have not begun to listen.
    }
  }
  await cluster.stop();
  throw new Error(`Slurm did not start: ${readFileSync(join(folder, 'log/slurmctld.out'), 'utf8')}`);
}

async function configOf(folder: string, socket: string): Promise<string> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const host = hostname().split('.')[0];
  const own = nodes.map(
    (node, at) =>
      `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${ports[at + 1]} CPUs=${slotsPerNode} State=UNKNOWN`,
  );
  return [
    'ClusterName=keyveil',
    `SlurmctldHost=${host}(127.0.0.1)`,
    `SlurmctldPort=${ports[0]}`,
    'AuthType=auth/munge',
    `AuthInfo=socket=${socket}`,
    'SlurmUser=root',
    `StateSaveLocation=${join(folder, 'state')}`,
    `SlurmdSpoolDir=${join(folder, 'spool-%n')}`,
    `SlurmctldPidFile=${join(folder, 'slurmctld.pid')}`,
    `SlurmdPidFile=${join(folder, 'slurmd-%n.pid')}`,
    `SlurmctldLogFile=${join(folder, 'log/slurmctld')}`,
    `SlurmdLogFile=${join(folder, 'log/slurmd-%n')}`,
    // No cgroups: containers seldom may make any.
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'JobAcctGatherType=jobacct_gather/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_CPU',
    'SlurmdParameters=config_overrides',
    'SchedulerParameters=batch_sched_delay=0,sched_interval=2',
    ...own,
    `PartitionName=all Nodes=${nodes.join(',')} Default=YES MaxTime=60 State=UP`,
    '',
  ].join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() =>
        at !== null && typeof at !== 'string' ? resolve(at.port) : reject(new Error('no port')),
      );
    });
  });
}
