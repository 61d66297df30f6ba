/**
 * What goes into a tracker of the user's own, in Firefox' words: names and addresses of people, what a ticket says of
 * itself, and where it is. The browser asks for it when a tracker is connected, and not before.
 */
export const SENT_KINDS = ['browsingActivity', 'personallyIdentifyingInfo', 'websiteContent'] as const;
