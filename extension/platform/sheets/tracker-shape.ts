/** The tabs of a tracker that the extension reads and writes. What is shipped holds this list as it comes out. */
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { describeTracker } from '#core/tracker/describe.ts';
import { shapeOf } from '#core/tracker/shape.ts';

export const TRACKER_SHAPE = shapeOf(describeTracker({ language: 'en', rulebook: serviceManagement }));
