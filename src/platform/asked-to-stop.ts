/**
 * Resolves when this process is told to stop. Listens from the first moment on, and never lets a second
 * signal kill it half way: npm passes Ctrl-C on to a process that has it from the terminal already.
 */
export function askedToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
    // npm passes SIGTERM to the shell that it starts us in, and that dies of it without telling us.
    const starter = process.ppid
    if (!process.env['npm_lifecycle_event']) return
    const watch = setInterval(() => {
      if (process.ppid === starter) return
      clearInterval(watch)
      resolve()
    }, 500)
    watch.unref()
  })
}
