import type { Fault } from '../fault.ts';
import { proseOf } from './prose.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** Phrase → what to do about it. */
const PHRASES: readonly (readonly [phrase: string, remedy: string])[] = [
  ['it is important to note', 'Say the thing itself.'],
  ['it is worth noting', 'Say the thing itself.'],
  ["it's worth noting", 'Say the thing itself.'],
  ['it should be noted', 'Say the thing itself.'],
  ['needless to say', 'Cut it.'],
  ['at the end of the day', 'Cut it.'],
  ['when it comes to', 'Name the subject.'],
  ['in order to', 'Write "to".'],
  ['due to the fact that', 'Write "because".'],
  ['in the event that', 'Write "if".'],
  ['a wide range of', 'Say which.'],
  ['a variety of', 'Say which.'],
  ["in today's", 'Cut it.'],
  ['ever-evolving', 'Cut it.'],
  ['fast-paced', 'Cut it.'],
  ['plays a crucial role', 'Say what it does.'],
  ['plays a key role', 'Say what it does.'],
  ['plays a vital role', 'Say what it does.'],
  ['in a recent project', 'Name the system, or begin with **Example.**'],
  ['in one of my projects', 'Name the system, or begin with **Example.**'],
  ['cutting-edge', 'Say what is new about it.'],
  ['game changer', 'Say what changed.'],
  ['game-changer', 'Say what changed.'],
  ['seamlessly', 'Cut it.'],
  ['robust and scalable', 'Say which load and which failure it bears.'],
  ['industry best practice', 'Say why it is good.'],
  ['delve into', 'Cut it.'],
  ['as we all know', 'Cut it.'],
  ['as mentioned above', 'Cut it.'],
  ['last but not least', 'Cut it.'],
  ['the importance of', 'Say what depends on it.'],
];

/** No phrase that could stand in any other answer. */
export const filler: Rule = { name: 'filler', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) =>
    proseOf(parsed).flatMap(({ text, line }) => {
      const lower = ` ${text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ')}`;
      return PHRASES.filter(([phrase]) => lower.includes(` ${phrase}`)).map(([phrase, remedy]) =>
        faultAt(parsed, line, `The text says "${phrase}"`, remedy),
      );
    }),
  );
}
