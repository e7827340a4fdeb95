// They are wanted when the network is bad: they are fetched together, before.
export { SignInAgain } from './sign-in-again.js';
export { SignOutUnheard } from './sign-out-unheard.js';
export { SignOutUnsaved } from './sign-out-unsaved.js';
