/** Publishing to git: one commit for the content, a second for the receipt that names the first. */
import { basename, dirname, join, relative } from 'node:path'
import { canPublish } from '../publication/can-publish.ts'
import { type IndexRow, indexPage } from '../publication/index-page.ts'
import { indexRow } from '../publication/index-row.ts'
import { recordReceipt } from '../publication/record-receipt.ts'
import { readRecord } from '../record/read-record.ts'
import { requiredSignatures } from '../signoff/required-signatures.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import type { Settings } from './config/settings.ts'
import type { CommandContext } from './context.ts'
import { CliFailure, failureOf } from './failure.ts'
import { besidePaths } from './files/beside.ts'
import { encodeText } from './files/decode-text.ts'
import { listDocuments } from './files/list-documents.ts'
import { makeFolder } from './files/make-folder.ts'
import { readText } from './files/read-document.ts'
import { writeFiles } from './files/write-files.ts'
import { gateFindings, refusedAt } from './gate-findings.ts'
import { canCommit } from './git/can-commit.ts'
import { changedPaths } from './git/changed-paths.ts'
import { commitPaths } from './git/commit-paths.ts'
import { createBranch } from './git/create-branch.ts'
import { repositoryState } from './git/repository-state.ts'
import { runGit } from './git/run-git.ts'
import { INDEX_FILE } from './index-file.ts'
import { incidentIdOf, type OpenPostmortem, openPostmortem } from './postmortem-files.ts'

/** What was done. */
export interface PublishedToGit {
  readonly id: string
  readonly file: string
  readonly index: string
  /** The commit of the content, by its full name. */
  readonly commit: string
  /** The commit of the receipt; null where it stood already. */
  readonly receiptCommit: string | null
  readonly branch: string | null
  readonly changed: boolean
  /** Whether the content was published by this run, and not before. */
  readonly fresh: boolean
}

/**
 * Publishes into the docs folder. Everything that can be refused is asked before a file is touched; run again after an
 * interruption it does what is left; run again after success it changes nothing.
 */
export async function publishToGit(
  context: CommandContext,
  settings: Settings,
  source: OpenPostmortem,
  wish: { readonly actor: string; readonly branch?: string },
): Promise<PublishedToGit> {
  const id = incidentIdOf(source)
  const folder = join(settings.root, settings.docs.path)
  const target = join(folder, `${id}.md`)
  const index = join(folder, INDEX_FILE)
  const now = context.now()
  const required = requiredSignatures(settings.policy, source.postmortem.metadata.severity?.value ?? null)
  const input = {
    postmortem: source.postmortem,
    entries: readRecord(source.recordText).entries,
    requiredRoles: required,
    mainTarget: 'git',
  }
  const can = canPublish({
    ...input,
    gateFindings: gateFindings(source, settings, 'publish', now),
  })
  if (!can.ok) throw refusedAt('publish', source.file, can.refusal)
  const opened = await onTarget(context, settings, source, target)
  const beside = besidePaths(target)
  const evidence = opened.evidenceText === '' ? [] : [beside.evidence]
  const paths = [target, beside.record, ...evidence, index]
  const newBranch = wish.branch === undefined ? undefined : await unlessCheckedOut(settings.root, wish.branch)
  const fine = await canCommit(settings.root, {
    paths,
    changesAllowed: true,
    ...(newBranch === undefined ? {} : { branch: newBranch }),
  })
  if (!fine.ok) throw failureOf('git', fine.refusal)
  const page = await newIndex(context, settings, folder, opened, id)
  const held = await readText(index)
  const dirty = await changedPaths(settings.root, [index])
  if (dirty.ok && dirty.value.length > 0 && held.ok && held.value.text !== page)
    throw new CliFailure(
      'git',
      'The index page carries changes that are not committed. Commit or put them aside first.',
      { file: relative(context.cwd, index) },
    )

  if (newBranch !== undefined) {
    const made = await createBranch(settings.root, newBranch)
    if (!made.ok) throw failureOf('git', made.refusal)
  }
  const made = await makeFolder(folder, relative(context.cwd, folder))
  if (!made.ok) throw failureOf('file', made.refusal)
  const { root } = signedDigest(opened.postmortem)
  const receipt = readRecord(opened.recordText).entries.findLast(
    (entry) => entry.verb === 'receipt' && entry.data.target === 'git' && entry.data.digest === root,
  )
  const title = opened.postmortem.title?.value ?? ''
  if (receipt?.verb !== 'receipt') {
    await write([
      { path: target, content: encodeText(opened.source, opened.encoding) },
      { path: beside.record, content: opened.recordText },
      ...evidence.map((path) => ({ path, content: opened.evidenceText })),
      { path: index, content: page },
    ])
    const first = await commitPaths(settings.root, paths, `Postmortem ${id}: ${title}\n`)
    if (!first.ok) throw failureOf('git', first.refusal)
    const commit = first.value ?? (await lastCommit(settings.root, target))
    const second = await writeReceipt(context, settings, opened, { actor: wish.actor, commit })
    const signed = await commitPaths(
      settings.root,
      [...second, index],
      `Receipt of ${id}: published in ${commit.slice(0, 12)}\n`,
    )
    if (!signed.ok) throw failureOf('git', signed.refusal)
    return {
      id,
      file: relative(context.cwd, target),
      index: relative(context.cwd, index),
      commit,
      receiptCommit: signed.value,
      branch: wish.branch ?? fine.value.branch,
      changed: true,
      fresh: true,
    }
  }
  // The receipt stands in the record: bring text and index in step with it, and commit what an interruption left.
  const commit = receipt.data.reference
  const before = await runGit(settings.root, ['show', `HEAD:./${relative(settings.root, beside.record)}`])
  const committed = before.code === 0 && before.stdout.includes(`"id":"${receipt.id}"`)
  const again = await writeReceipt(context, settings, opened, { actor: wish.actor, commit })
  await write([{ path: index, content: page }])
  const finished = await commitPaths(
    settings.root,
    [...again, ...evidence, index],
    committed
      ? `Record of ${id}: what was done since it was published\n`
      : `Receipt of ${id}: published in ${commit.slice(0, 12)}\n`,
  )
  if (!finished.ok) throw failureOf('git', finished.refusal)
  return {
    id,
    file: relative(context.cwd, target),
    index: relative(context.cwd, index),
    commit,
    receiptCommit: finished.value,
    branch: wish.branch ?? fine.value.branch,
    changed: finished.value !== null,
    fresh: !committed,
  }
}

/** A branch that is checked out already is not made again: an earlier run made it, or somebody who meant this. */
async function unlessCheckedOut(root: string, branch: string): Promise<string | undefined> {
  const state = await repositoryState(root)
  return state.ok && state.value.branch === branch ? undefined : branch
}

/** The postmortem as it will stand under the docs folder; refused where another text stands there already. */
async function onTarget(
  context: CommandContext,
  settings: Settings,
  source: OpenPostmortem,
  target: string,
): Promise<OpenPostmortem> {
  if (source.path === target) return source
  const there = await readText(target)
  const moved = { ...source, path: target, file: relative(context.cwd, target) }
  if (!there.ok) return moved
  const standing = await openPostmortem(context, settings, relative(context.cwd, target))
  if (
    standing.recordText.startsWith(source.recordText) &&
    signedDigest(standing.postmortem).root === signedDigest(source.postmortem).root
  )
    return standing
  if (source.recordText.startsWith(standing.recordText)) return moved
  throw new CliFailure(
    'refused',
    `There is another text of this incident under ${relative(context.cwd, target)}, with a record of its own. Publish that one, or bring the two together first.`,
    { file: source.file },
  )
}

async function write(files: readonly { path: string; content: string | Buffer }[]): Promise<void> {
  const written = await writeFiles(files)
  if (!written.ok) throw failureOf('file', written.refusal)
}

async function lastCommit(root: string, path: string): Promise<string> {
  const log = await runGit(root, ['log', '-1', '--format=%H', '--', path])
  return log.stdout.trim()
}

/** Brings record and text in step with the receipt that names a commit; answers the paths that it may have changed. */
async function writeReceipt(
  context: CommandContext,
  settings: Settings,
  opened: OpenPostmortem,
  { actor, commit }: { readonly actor: string; readonly commit: string },
): Promise<string[]> {
  const recorded = recordReceipt({
    postmortem: opened.postmortem,
    recordText: opened.recordText,
    target: 'git',
    configured: settings.publication.targets,
    reference: commit,
    at: context.now(),
    actor,
  })
  if (!recorded.ok) throw failureOf('refused', recorded.refusal)
  const { record } = besidePaths(opened.path)
  await write([
    { path: record, content: recorded.value.recordText },
    { path: opened.path, content: encodeText(recorded.value.text, opened.encoding) },
  ])
  return [opened.path, record]
}

/** The index with this postmortem as published and all others that are. */
async function newIndex(
  context: CommandContext,
  settings: Settings,
  folder: string,
  opened: OpenPostmortem,
  id: string,
): Promise<string> {
  const rowOf = ({ postmortem, recordText, path }: OpenPostmortem) =>
    indexRow(
      {
        postmortem,
        entries: readRecord(recordText).entries,
        requiredRoles: requiredSignatures(settings.policy, postmortem.metadata.severity?.value ?? null),
        mainTarget: 'git',
      },
      basename(path),
    )
  const rows: IndexRow[] = [{ ...rowOf(opened), id, stage: 'published' }]
  const { documents } = await listDocuments([folder], context.cwd)
  for (const { path } of documents) {
    if (path === opened.path || basename(path) === INDEX_FILE || dirname(path) !== folder) continue
    const read = await readText(path)
    if (!read.ok) continue
    const other = await openPostmortem(context, settings, path)
    if (!other.postmortem.metadata.incidentId) continue
    const row = rowOf(other)
    if (row.stage === 'published' || row.stage === 'closed') rows.push(row)
  }
  const held = await readText(join(folder, INDEX_FILE))
  const page = indexPage(held.ok ? held.value.text : null, rows)
  if (!page.ok) throw failureOf('refused', page.refusal)
  return page.value
}
