const swc = [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
  transform: { '^.+\\.ts$': swc, 'node_modules/hucre/.+\\.mjs$': swc },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
}
