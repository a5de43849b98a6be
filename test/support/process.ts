import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Running {
  child: ChildProcess
  /** What it has said so far. */
  out: string
  err: string
  /** Waits until it has said something that matches. */
  until(words: RegExp): Promise<RegExpExecArray>
  /** Its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>
}

type Environment = Record<string, string | undefined>

/** A program of this project run straight from its source, as a process of its own. */
export function runSource(file: string, args: string[], environment: Environment = {}): Running {
  return runNode(['--import', 'tsx', file, ...args], environment)
}

export function runNode(args: string[], environment: Environment = {}): Running {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const running: Running = {
    child,
    out: '',
    err: '',
    until: words => until(running, words),
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
  }
  child.stdout.on('data', text => {
    running.out += text
  })
  child.stderr.on('data', text => {
    running.err += text
  })
  return running
}

function until(running: Running, words: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = words.exec(running.out)
      if (found) resolve(found)
    }
    running.child.stdout!.on('data', look)
    running.child.once('close', () => {
      look()
      reject(new Error(`It ended without saying ${words}: ${running.out}${running.err}`))
    })
    look()
  })
}
