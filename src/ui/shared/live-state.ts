/** `on`: changes arrive by themselves. `off`: they are asked for every `pollSeconds`. */
export type LiveState = 'on' | 'connecting' | 'off';

export const pollSeconds = 15;
