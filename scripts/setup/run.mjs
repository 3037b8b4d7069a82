/** Runs a program to its end, either shown as it goes or kept for later. */
import { spawn } from 'node:child_process'

/**
 * @param {string} command a program's name or path; never a shell line
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] with `quiet` the output is kept, else shown
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 where it could not start or was killed) and what was kept
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'],
      // npm is a batch file on Windows, which only a shell starts; no argument here ever comes from outside.
      shell: process.platform === 'win32' && command === 'npm',
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', (error) =>
      resolve({ code: 1, output: `${output}${command} could not be started: ${error.message}\n` }),
    )
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
