/** Ten descriptions as employers write them: which technologies they name, and which words only look like one. */
import { expect, test } from 'vitest';
import { SKILL_TERMS, termsIn } from '#plan/job-terms.ts';

const skillsIn = (text: string): string[] => {
  const named = [...termsIn(text)].flatMap(({ term }) => SKILL_TERMS.get(term) ?? []);
  return [...new Set(named)].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
};

test.each([
  [
    'Senior Backend Engineer (Go). You go the extra mile. You build services in Go and Postgres, deploy to k8s, and own the rest of the pipeline. Experience with gRPC and kafka. Express yourself freely.',
    ['Go', 'gRPC', 'Kafka', 'Kubernetes', 'PostgreSQL'],
  ],
  [
    'Frontend Developer: React, TypeScript, CSS. You react quickly to feedback. Experience with next.js, jest and cypress a plus. Start: Spring 2027.',
    ['CSS', 'Cypress', 'Jest', 'Next.js', 'React', 'TypeScript'],
  ],
  [
    'Java Engineer\n- Spring\n- hibernate\n- REST APIs\nRest assured, the rest of the week is yours. In the spring we hike.',
    ['Hibernate', 'Java', 'REST', 'Spring'],
  ],
  [
    'Full-stack engineer (node, express, react, mongodb). Our team is at the helm; each node in the org matters. Rust or go is a plus.',
    ['Express', 'Go', 'MongoDB', 'Node.js', 'React', 'Rust'],
  ],
  [
    'Data engineer: python, airflow, dbt, spark, snowflake. We spark joy. You go to market with clients and know your sql.',
    ['Airflow', 'dbt', 'Python', 'Snowflake', 'Spark', 'SQL'],
  ],
  [
    'Platform engineer: kubernetes, helm, terraform and bash. Elastic scaling of our platform. Lambda functions on AWS.',
    ['AWS', 'Bash', 'Helm', 'Kubernetes', 'Lambda', 'Terraform'],
  ],
  [
    'PHP developer, laravel and mysql. Embedded in a small team. Unity of purpose. Go-to-market experience.',
    ['Laravel', 'MySQL', 'PHP'],
  ],
  [
    'C# / .NET engineer, asp.net. Series C startup, C-level exposure. C++ or C nice to have.',
    ['.NET', 'C', 'C#', 'C++'],
  ],
  [
    'Embedded systems engineer with C and rust; Unity developers welcome. 500 ml of coffee a day.',
    ['C', 'embedded', 'Rust', 'Unity'],
  ],
  [
    'Engineering Manager. Swift decisions; you dart between topics, take a flask of coffee, stay on the rails, and react to change. Agile.',
    ['agile'],
  ],
])('%s', (text, skills) => {
  expect(skillsIn(text)).toEqual(skills);
});

test('what was written in small letters or for short is called by its proper name; the rest stays as it was written', () => {
  const names = [...termsIn('postgres, k8s, REACT, exponential backoff')].map(({ written }) => written);
  expect(names).toEqual(expect.arrayContaining(['PostgreSQL', 'Kubernetes', 'REACT', 'exponential backoff']));
});
