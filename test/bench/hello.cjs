// The least a page can cost with Express and EJS: what the scorecard is measured against.
const express = require('express')

const app = express()
app.set('view engine', 'ejs')
app.set('views', __dirname)
app.set('view cache', true)
app.get('/', (_req, res) => res.render('hello', { name: 'Kirkdale' }))

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`Hello is ready at http://127.0.0.1:${server.address().port}`)
})
process.on('SIGTERM', () => process.exit(0))
