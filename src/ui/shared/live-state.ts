/** `on`: changes arrive by themselves. `off`: they are asked for every `pollSeconds`. `offline`: this computer has no network. */
export type LiveState = 'on' | 'connecting' | 'off' | 'offline' | 'signedOut';

export const pollSeconds = 15;
