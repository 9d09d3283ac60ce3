// For a room of people whom nobody knows: everybody can reach the server, and it does not begin without a
// second wall around their code.
process.env['HOST'] ||= '0.0.0.0';
process.env['STREAMBOOK_WORKSHOP'] = 'yes';
await import('./start.mjs');
