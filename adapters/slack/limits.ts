/** Slack's limits, in one place. Characters unless said otherwise; from the Block Kit reference, `total` measured by bolt-js issue 2509. */
export const limits = {
  blocks: 50,
  modalBlocks: 100,
  /** All text of one message. */
  total: 12_000,
  section: 3000,
  context: 2000,
  header: 150,
  actions: 25,
  button: 75,
  buttonValue: 2000,
  options: 100,
  optionLabel: 75,
  optionValue: 150,
  modalTitle: 24,
  groups: 100,
  label: 2000,
  hint: 2000,
  input: 3000,
  metadata: 3000,
  /** What a picture shows, of an upload. */
  alt: 1000,
  /** A block's own name, which is an input's id. */
  id: 255,
} as const
