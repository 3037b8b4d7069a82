// Loaded before a program: writes its peak memory (kB) to the file that BENCH_PEAK names when it ends.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
if (isMainThread && process.env.BENCH_PEAK)
  process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)))
