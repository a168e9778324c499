// A process that does nothing: what Node.js itself takes.
export {};
