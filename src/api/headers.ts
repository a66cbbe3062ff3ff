// Headers by which the server tells the browser something beside an answer.
export const requestIdHeader = 'x-request-id';
