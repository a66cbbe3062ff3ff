// A raw statement that begins with these words is planned once a connection: its plan is right whatever its values are.
export const planOnce = '/* plan once */';
