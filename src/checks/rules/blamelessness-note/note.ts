/** The note on blamelessness as the template has it. */

/** One paragraph of Markdown, without a line ending. */
export const BLAMELESSNESS_NOTE =
  '**A note on blamelessness.** This document names systems, not people. Every action a human took was the rational choice ' +
  'given the information they had at the time. If a human action contributed to the incident, the question is "what system ' +
  'let that choice be the most rational one?", not "who do we blame?". The action items are about the system; never about a ' +
  'person.'
