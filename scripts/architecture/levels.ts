/** A part of a room, with its purpose as docs/architecture.md shows it. */
export type Level = { name: string; purpose: string };

/** The part of a room that a file belongs to; undefined for a file of another room. */
export function partOf(room: string, file: string): string | undefined {
  return file.startsWith(`${room}/`) ? file.slice(room.length + 1).split("/")[0] : undefined;
}

const levels = (text: string): Level[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...purpose] = line.trim().split(/ {2,}/);
      return { name, purpose: purpose.join(" ") };
    });

/**
 * The order inside each room, from the top down: a part imports parts below it, never above. A part is the first folder
 * below the room, or a file at its root. Whoever adds a part gives it a line here.
 */
export const rooms: Record<string, Level[]> = {
  lib: levels(`
    workers.ts       starts what works the queue: writing, sending, resending, retention
    practice         a receiver that answers badly on request, to try a destination's retries
    generation       request → book
    library          received event → stored book
    webhook          event → delivered
    retention.ts     deletes what has been kept long enough
    reference        an author's own document → passages, in the same threads, bounded
    manuscript       an author's file → chapters in Markdown, in a thread of its own, bounded
    http.ts          request and answer of a route handler, errors included
    request-body.ts  a body read up to a bound
    http-client      requests that leave: address checked, time and size bounded
    queue            the queues and their policies, in the same database
    document         Markdown → one tree: measured, edited, typeset, rendered; foreign text in threads, bounded
    sealed.ts        secrets, encrypted for the database
    database         the one Prisma client, embedded or on a server; its lock and migrations
    generated-secrets.ts  APP_SECRET and ADMIN_TOKEN, generated into DATA_DIR
    door.ts          who may come in
    logger.ts        log lines, as text or JSON
    dotenv.ts        .env, read as written
    env.ts           the environment, parsed once
    env-values.ts    how its values are written
    ids.ts           ids in the order of time, and as a URL gives them
    errors.ts        the errors that a person is told
    page.ts          one page of a list
    retry-after.ts   Retry-After, read strictly
    http-date.ts     an HTTP date, read strictly
    safe-equal.ts    secrets compared in constant time
    signature.ts     a Standard Webhooks signature
    clock.ts         the time, which a test may set
    per-process.ts   one value per process, however often the code is bundled
    yield.ts         yields to the event loop
    french-list.ts   items joined as a French sentence does
    contract         zod schemas of everything that crosses a boundary, and the limits of quality
  `),
  "lib/generation": levels(`
    worker       takes stages from the queue, and decides what becomes of one that failed
    stages       which stage follows which, and what each one writes
    live         streams a job's progress and its text to the pages
    jobs         creates, shows, approves, cancels and retries jobs, and puts edits back
    finalize     the finished book and its quality sheet
    edits        puts back into a text what was taken out of it
    estimate     what a book will cost and take, before it is ordered
    voices       how an author writes: read in a sample or a description, stored, edited
    choice       the models that an author may choose, set in the pages and tried
    report       has the finished text judged by a model, with quotes
    translation  a finished book in another language, run by run, measured against it
    continuity   the bible of a sequential book: read in each chapter, told in the next
    review       rereads the whole book and has passages rewritten
    book         a job's chapters, put together
    quality      measures a finished chapter or book
    chapter      writes one chapter: parts, length, repetitions, language
    outline      asks for the outline and checks it
    start        begins chapters, each after its research where there is one
    references   an author's own documents: kept, looked up for each chapter, deleted
    research     searches, reads pages, takes notes
    asking       asks the models of a chain in turn
    drafts       the text of a chapter while it is written
    rate-limit   when calls to a model may leave, under its provider's limit
    money        the record of calls, their cost and the cap
    stage-state  the row of a job's stage: begun, postponed, interrupted
    models       BOOK_MODEL → a model, asked and understood
    model-settings  what pages have set about models, over the variables
    prompts      one file per question, in French and in English
    brief        what a book is to be, as every role reads it
    genre        what a kind of book decides: its prompts, its checks, its research
    voice-measure  counts how a text is written: sentences, person, tense, dialogue, words to avoid
    losses       what a rewriting would lose of a passage, and is refused for
    language     tells the language of a text
    citations    marks of sources in a text, checked and resolved
    failure.ts   why writing failed, and how often it is tried again
    capabilities.ts  what a model can do, and what its books need
    text         takes off announcements around a chapter, puts its headings in order
  `),
  "lib/webhook": levels(`
    test-event   sends a test through the real path
    resend       sends again what a person chose
    prune.ts     deletes old bodies and attempts
    publish.ts   records an event and its deliveries, in the caller's transaction
    delivery     claims what is due, sends it, records it, decides on the retry
    log          the deliveries as the pages show them
    attempt      one attempt: signed, sent, explained
    endpoints    the destinations and their configuration
    schedule     the queue entries of deliveries, and postponing them together
    secrets      the secrets that sign
  `),
};
