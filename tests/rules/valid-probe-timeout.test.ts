import { containerOverlay, deployment, shop } from './cluster.js';
import { table } from './table.js';

const probe = (more = '', mark = '', kind = 'readinessProbe'): string =>
  `${kind}:${mark === '' ? '' : ` # ! ${mark}`}\n  httpGet:\n    path: /health\n    port: http\n${more === '' ? '' : `  ${more}\n`}`;
const service = (container: string, body: string, made = 'new pg.Pool()'): Readonly<Record<string, string>> => {
  const files = shop(deployment({ container }));
  const main = `import pg from 'pg';\nconst pool = ${made};\n${files['src/main.js'] ?? ''}\napp.get('/health', async (request, response) => {\n${body}\n});\n`;
  return {
    ...files,
    'package.json': '{ "name": "orders", "type": "module", "dependencies": { "express": "^5", "pg": "^8" } }',
    'src/main.js': main,
  };
};
const FETCH = (ms: string): string => `await fetch('http://stock/health', { signal: AbortSignal.timeout(${ms}) });\nresponse.send('ok');`;
const RACE = `await Promise.race([pool.query('select 1'), new Promise((_, reject) => setTimeout(reject, 2500))]);\nresponse.send('ok');`;
const QUERY = `await pool.query('select 1');\nresponse.send('ok');`;

table('valid-probe-timeout', {
  at: /^(?:\w+Probe|\d+)$/u,
  reports: [
    { name: 'a request that may take longer than the default', files: service(probe('', 'short'), FETCH('3000')) },
    { name: 'a request that takes as long', files: service(probe('timeoutSeconds: 3 # ! short'), FETCH('3_000')) },
    { name: 'a race with a timer', files: service(probe('timeoutSeconds: 2 # ! short'), RACE) },
    { name: 'the time of the client', files: service(probe('', 'short'), QUERY, 'new pg.Pool({ query_timeout: 5000 })') },
    {
      name: 'beside an overlay that changes something else',
      files: { ...service(probe('', 'short'), FETCH('3000')), ...containerOverlay('livenessProbe:\n  timeoutSeconds: 5') },
    },
    { name: 'a liveness probe', files: service(probe('', 'short', 'livenessProbe'), FETCH('1500')) },
  ],
  silent: [
    { name: 'a probe that waits longer', files: service(probe('timeoutSeconds: 5'), FETCH('3000')) },
    { name: 'a request that gives up sooner', files: service(probe(), FETCH('500')) },
    { name: "a request without a bound, which is the code's own defect", files: service(probe(), QUERY) },
    { name: 'a bound that a setting says', files: service(probe(), FETCH('Number(process.env.TIMEOUT)')) },
    { name: 'an answer from memory', files: service(probe(), `response.send('ok');`) },
    { name: 'another path', files: service(probe().replace('/health', '/readyz'), FETCH('3000')) },
    {
      name: 'a time that an overlay says',
      files: { ...service(probe(), FETCH('3000')), ...containerOverlay('readinessProbe:\n  timeoutSeconds: 5') },
    },
    {
      name: 'a time that a chart says',
      files: {
        ...service('', FETCH('3000')),
        'k8s/orders.yaml': '',
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml': deployment({ container: probe('timeoutSeconds: {{ .Values.timeout }}') }),
      },
    },
  ],
});
