module.exports = {
  apps: [
    {
      name: 'jobs',
      script: './src/main.js',
      kill_timeout: 5000, // expect: require-grace-period-budget
      wait_ready: true, // expect: require-ready-message
    },
  ],
};
