import type { Fault } from '../fault.ts';
import { proseOf } from './prose.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** Names with one right spelling, whatever the case in which they are written. */
const NAMES = `
  GitHub GitLab JavaScript TypeScript PostgreSQL MySQL MariaDB SQLite MongoDB DynamoDB Node.js Next.js OAuth OAuth2 OpenID
  WebSocket GraphQL gRPC OpenAPI Kubernetes RabbitMQ WordPress WooCommerce CloudFront Cloudflare PayPal YouTube macOS
  HTTP HTTPS JSON YAML XML HTML CSS HMAC TLS SSL TCP UDP DNS URL URI API SQL CORS CSRF SSRF XSS JWT JWK JWKS UUID ULID
  RFC CDN TTL SLA SLO SDK CLI IDE ORM PDO PHP SHA-256 UTF-8 Redis Kafka Linux Docker IETF OWASP SaaS
`;

/** American or mistaken form → the form to write. */
const WORDS: Readonly<Record<string, string>> = {
  analyze: 'analyse',
  authorization: 'authorisation',
  authorize: 'authorise',
  authorized: 'authorised',
  behavior: 'behaviour',
  behaviors: 'behaviours',
  canceled: 'cancelled',
  center: 'centre',
  centralized: 'centralised',
  color: 'colour',
  customize: 'customise',
  defense: 'defence',
  deserialize: 'deserialise',
  e2e: 'end-to-end',
  favor: 'favour',
  honor: 'honour',
  honors: 'honours',
  initialize: 'initialise',
  labeled: 'labelled',
  maximize: 'maximise',
  minimize: 'minimise',
  modeled: 'modelled',
  neighbor: 'neighbour',
  nodejs: 'Node.js',
  normalize: 'normalise',
  normalized: 'normalised',
  optimization: 'optimisation',
  optimize: 'optimise',
  organization: 'organisation',
  organize: 'organise',
  prioritize: 'prioritise',
  realize: 'realise',
  recognize: 'recognise',
  seperate: 'separate',
  serialization: 'serialisation',
  serialize: 'serialise',
  serialized: 'serialised',
  signaling: 'signalling',
  standardized: 'standardised',
  summarize: 'summarise',
  synchronization: 'synchronisation',
  synchronize: 'synchronise',
  unauthorized: 'unauthorised',
  utilize: 'use',
  visualize: 'visualise',
};

/** A header and a reason phrase, spelt as HTTP spells them. */
const AS_ON_THE_WIRE = new Set(['Authorization', 'Unauthorized']);

const names = new Map(
  NAMES.trim()
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
);
const words = new Map(Object.entries(WORDS));

/** Names are spelt as their owners spell them, words as in Britain; code is not looked at. */
export const terms: Rule = { name: 'terms', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) =>
    proseOf(parsed).flatMap(({ text, line }) =>
      [...new Set(text.replaceAll(/\bhttps?:\/\/\S+/g, '`').split(/[\s()"“”,;:!?…]+/u))].flatMap((token) => {
        const right = rightForm(token);
        if (right === undefined) return [];
        return faultAt(parsed, line, `The text says "${token}"`, `Write ${right}; put it in backticks if it is code.`);
      }),
    ),
  );
}

/** The form to write, or undefined when the word is right or unknown. */
export function rightForm(token: string): string | undefined {
  const word = token.replace(/^['‘]+/u, '').replace(/(?:['’]s)?[.'’]*$/u, '');
  const name = rightName(word);
  if (name !== undefined) return name === word ? undefined : name;
  if (!/^\p{Lu}\p{Ll}/u.test(word) || AS_ON_THE_WIRE.has(word)) return words.get(word);
  const right = words.get(word.toLowerCase());
  return right && right.charAt(0).toUpperCase() + right.slice(1);
}

function rightName(word: string): string | undefined {
  const lower = word.toLowerCase();
  const name = names.get(lower);
  if (name !== undefined || !lower.endsWith('s')) return name;
  const singular = names.get(lower.slice(0, -1));
  return singular === undefined ? undefined : `${singular}s`;
}
