/** The window's frame. */
import { useRoute } from './routes.ts';

export function Frame() {
  const route = useRoute();
  return <main>{route.screen}</main>;
}
