// Begins the editor with what the build knows of the site: made from the fields of its pages, never written by hand.
import { init } from "./cms/npm/index.js";

init({ config: {{ settings | safe }} });
