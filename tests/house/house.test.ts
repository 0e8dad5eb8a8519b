// What holds for every file of the project, checked on what is tracked.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const code = tracked.filter((file) => /^src\/.*\.tsx?$/.test(file))
const lines = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n')

describe('the house', () => {
  it('has the given top level and nothing beside it', () => {
    const given = [
      'src',
      'public',
      'tests',
      'index.html',
      'vite.config.ts',
      'package.json',
      'tsconfig.json',
      'README.md',
    ]
    const beside = ['package-lock.json', 'biome.json', 'knip.json', 'playwright.config.ts']
    const top = new Set(tracked.map((file) => file.split('/')[0] ?? ''))
    expect([...top].filter((name) => ![...given, ...beside].includes(name) && !name.startsWith('.'))).toEqual(
      [],
    )
    expect(given.filter((name) => !top.has(name))).toEqual([])
  })

  it('names files in kebab-case and has no folder for leftovers', () => {
    const odd = code.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.module)?\.tsx?$/.test(basename(file)))
    expect(odd).toEqual([])
    const leftovers = tracked.filter((file) => /\/(utils|helpers|types|hooks|services)\//.test(file))
    expect(leftovers).toEqual([])
    expect(code.filter((file) => /^index\.tsx?$/.test(basename(file)))).toEqual([])
  })

  it('keeps files short and folders small', () => {
    const lengths = code.map((file) => lines(file).length).sort((a, b) => a - b)
    expect(lengths.at(-1)).toBeLessThanOrEqual(300)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120)
    const folders = new Map<string, number>()
    for (const file of code) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1)
    expect([...folders].filter(([, count]) => count > 20)).toEqual([])
  })

  it('says in each file’s first line what it is for', () => {
    expect(code.filter((file) => !/^\/\/ \S/.test(lines(file)[0] ?? ''))).toEqual([])
  })

  it('lets nothing stand between those lines and what a file imports', () => {
    const isApart = (file: string): boolean => /^(?:\/\/.*\n)+\n+import /.test(readFileSync(file, 'utf8'))
    expect(code.filter(isApart)).toEqual([])
  })

  it('lets no stylesheet give a token of the house another meaning', () => {
    const named = (file: string): string[] =>
      [...readFileSync(file, 'utf8').matchAll(/^\s*(--[\w-]+):/gm)].flatMap(([, name]) => name ?? [])
    const tokens = new Set(named('src/ui/tokens.css'))
    const sheets = tracked.filter((file) => file.endsWith('.module.css'))
    const taken = sheets.flatMap((file) => named(file).filter((name) => tokens.has(name)))
    // A row of the grid is lower where the screen is: the same meaning.
    expect([tokens.has('--edge'), taken]).toEqual([true, ['--register-row']])
  })

  it('really uses every package it was given', () => {
    const given = [
      'react',
      'vite',
      'vite-plugin-pwa',
      'dexie',
      'workbox-window',
      'zustand',
      '@tanstack/react-query',
      'luxon',
      'vitest',
      'fake-indexeddb',
    ]
    const sources = tracked.filter((file) => /^(src|tests)\/.*\.tsx?$|^vite\.config\.ts$/.test(file))
    const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
    const imported = (name: string) => new RegExp(`from '${name}(/[^']*)?'`).test(text)
    // The build itself is what vite is for: its configuration and its client types.
    expect(given.filter((name) => name !== 'vite' && !imported(name))).toEqual([])
    expect(readFileSync('package.json', 'utf8')).toContain('vite build')
  })

  it('tells every browser story on the school’s own day, whatever day it is outside', () => {
    const stories = tracked.filter((file) => /^tests\/e2e\/.*\.spec\.ts$/.test(file))
    expect(stories.length).toBeGreaterThan(20)
    const alone = stories.filter(
      (file) => !/import \{ test \} from '\.\.?\/school-test\.ts'/.test(readFileSync(file, 'utf8')),
    )
    expect(alone).toEqual([])
  })

  it('names no registry, and no place of one machine', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http')
    const texts = tracked.filter((file) => /\.(tsx?|json|css|html|md|ya?ml)$|^\.ci\//.test(file))
    const places = ['work/main', 'work/shared', 'home', 'root'].map((place) => `/${place}/`)
    const telling = texts.filter((file) => places.some((place) => readFileSync(file, 'utf8').includes(place)))
    expect(telling).toEqual([])
  })

  it('keeps Russian sentences in the app, out of the rooms below', () => {
    const below = code.filter((file) => /^src\/(store|sync|contract|connectors)\//.test(file))
    const speaks = below.filter((file) =>
      lines(file).some((line) => /['"`][А-Яа-яё][^'"`]* [а-яё]/.test(line.replace(/\/\/.*|\/\*.*|\*.*/, ''))),
    )
    expect(speaks).toEqual([])
  })

  /** What a pattern names in each file of these rooms. */
  const named = (rooms: RegExp, pattern: RegExp): string[] =>
    code
      .filter((file) => rooms.test(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(pattern)].map((found) => `${file} ${found[1]}`),
      )

  it('purges nothing that was recorded: the hub takes away accounts and sessions alone', () => {
    const deletes = named(/^src\/hub\//, /delete(?:From\('| from )(\w+)/gi)
    expect(new Set(deletes.map((one) => one.split(' ')[1]))).toEqual(new Set(['account', 'session']))
  })

  it('begins the hub’s transactions in one place, with the next revision before anything is read', () => {
    const hub = code.filter((file) => file.startsWith('src/hub/'))
    const naming = (pattern: RegExp) => hub.filter((file) => pattern.test(readFileSync(file, 'utf8'))).sort()
    expect(naming(/\.transaction\(/)).toEqual([
      // Passwords and sessions, which no tablet is told.
      'src/hub/accounts/accounts.ts',
      // The name of a start, which changes nothing that a tablet is told.
      'src/hub/database/boot.ts',
      // The name of a life, under the same lock.
      'src/hub/database/life.ts',
      'src/hub/database/writing.ts',
      // Takes the number itself, once for each batch of the group.
      'src/hub/intake/group-commit.ts',
      // A reading of several tables at one moment.
      'src/hub/outages/register-answer.ts',
      // Told whole with each pull, whatever the revision.
      'src/hub/reminders/reminders.ts',
      // One line of the audit.
      'src/hub/transfer/carrier.ts',
      // A look that writes nothing.
      'src/hub/transfer/recheck.ts',
    ])
    expect(naming(/nextRevision\(/)).toEqual(['src/hub/database/writing.ts', 'src/hub/intake/intake.ts'])
  })

  it('takes rows out of a tablet’s log in one place alone, where they move into another log', () => {
    const ofLog = /\b((?:log|logHead)\.(?:delete|bulkDelete|clear))\(|\blog\s*\.where[^;]*?\.delete\(/g
    expect(named(/^src\/(store|sync|app)\//, ofLog)).toEqual(['src/store/logs.ts log.bulkDelete'])
  })

  it('awaits nothing foreign in a transaction: no file of the store that begins one has a timer, a network or a lock', () => {
    const begins = code.filter((file) => /\.transaction\(/.test(readFileSync(file, 'utf8')))
    const device = begins.filter((file) => /^src\/(store|sync|app)\//.test(file))
    // The app begins one to see that the storage answers at all, and awaits a count in it.
    const outside = device.filter((file) => !file.startsWith('src/store/'))
    expect(outside).toEqual(['src/app/runtime/memory.ts'])
    const foreign =
      /\b(?:fetch|setTimeout|setInterval|requestIdleCallback|postMessage)\(|crypto\.subtle|navigator\./
    const waiting = device.filter((file) => foreign.test(readFileSync(file, 'utf8')))
    expect(waiting).toEqual(outside)
  })
})
